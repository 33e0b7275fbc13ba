// A page that waits for a job asks how far it is, and is shown again once there is something new.

for (const place of document.querySelectorAll("[data-wait]")) {
  let known = null;
  const ask = async () => {
    const answer = await fetch(place.dataset.wait, { credentials: "same-origin" }).catch(() => null);
    if (answer?.ok) {
      const state = await answer.text();
      if (!state.startsWith("waiting") || (known !== null && state !== known)) return location.reload();
      known = state;
    }
    setTimeout(ask, 1000);
  };
  ask();
}

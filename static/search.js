// Results while somebody types: the page's own address is asked again, and its results take the place of the old ones.

const PAUSE = 150;

for (const form of document.querySelectorAll("form[data-live]")) {
  const field = form.querySelector("[type=search]");
  // What is replaced is not read out: this line stays and is.
  const said = document.getElementById("said");
  const results = () => document.getElementById(form.dataset.live);
  let waiting = 0;
  let asking = null;

  const address = (typing) => {
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    if (typing) query.set("typing", "1");
    const words = query.toString();
    return form.action.split("?")[0] + (words ? `?${words}` : "");
  };

  // XMLHttpRequest parses the page itself: no string of ours ever becomes markup.
  const ask = () => {
    asking?.abort();
    const request = new XMLHttpRequest();
    asking = request;
    request.responseType = "document";
    request.addEventListener("load", () => {
      const found = request.status === 200 && request.response?.getElementById(form.dataset.live);
      if (!found || asking !== request) return;
      const open = new Set([...results().querySelectorAll("details[open] > summary")].map((it) => it.textContent));
      for (const it of found.querySelectorAll("details > summary")) it.parentElement.open ||= open.has(it.textContent);
      results().replaceWith(document.adoptNode(found));
      if (said) said.textContent = found.querySelector(".hits > .help, .hits > .empty h2")?.textContent ?? "";
      history.replaceState(null, "", address(false));
    });
    request.open("GET", address(true));
    request.send();
  };

  const soon = (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };

  field.addEventListener("input", soon);
  field.addEventListener("compositionend", soon);
  form.addEventListener("change", (event) => event.target !== field && ask());
}

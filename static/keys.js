// Keyboard shortcuts of the desk. <html data-keys="off"> turns them off (WCAG 2.1.4).

const PLACES = { w: "/desk", a: "/desk/articles", c: "/desk/claims", s: "/desk/sources", r: "/desk/reviews" };
const WAIT = 1500;

const typing = (el) =>
  el.isContentEditable ||
  el.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])");

// On a keyboard without Latin letters the place of the key counts.
const letter = (event) => {
  const key = event.key.toLowerCase();
  if (/^[\x21-\x7e]$/.test(key)) return key;
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : key;
};

const visible = (el) => el.getClientRects().length > 0;

function step(by) {
  const links = [...document.querySelectorAll("[data-row]")]
    .filter(visible)
    .map((row) => row.querySelector("a[href]"))
    .filter(Boolean);
  if (!links.length) return false;
  const row = document.activeElement?.closest("[data-row]");
  const now = links.findIndex((link) => row?.contains(link));
  const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(now + by, 0), links.length - 1);
  links[next].focus();
  return true;
}

function search() {
  const field = [...document.querySelectorAll("[type=search], .filters input, .filters select, .filters a")].find(visible);
  field?.focus();
  field?.select?.();
  return Boolean(field);
}

function help() {
  const dialog = document.getElementById("keys");
  if (!dialog?.showModal) return false;
  dialog.showModal();
  return true;
}

let went = 0;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.documentElement.dataset.keys === "off") return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const key = letter(event);
  const going = event.timeStamp - went < WAIT;
  went = 0;
  let done = true;
  if (going && Object.hasOwn(PLACES, key)) location.assign(PLACES[key]);
  else if (key === "g") went = event.timeStamp;
  else if (key === "j" || key === "k") done = step(key === "j" ? 1 : -1);
  else if (key === "/") done = search();
  else if (key === "?") done = help();
  else done = false;
  if (done) event.preventDefault();
});

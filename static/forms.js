// Forms: one submission at a time, counters, a warning before losing what was typed, Ctrl+Enter, confirmations.
// Nothing that was typed is kept in the browser: drafts are confidential.

const held = new Set();
const sent = new Set();

const posts = (form, button) => (button?.getAttribute("formmethod") ?? form.method).toLowerCase() === "post";

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (event.defaultPrevented || (button?.formMethod || form.method) === "dialog") return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  // A download leaves the page where it is: such a form says data-again.
  if (!posts(form, button) || "again" in form.dataset || (button?.formTarget || form.target) === "_blank") return;
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  // After the browser has read the form, or the pressed button's own value would be missing.
  setTimeout(() => {
    for (const el of form.elements) {
      if ((el.type === "submit" || el.type === "image") && !el.disabled) {
        el.disabled = true;
        held.add(el);
      }
    }
  });
});

const release = () => {
  for (const form of sent) form.removeAttribute("aria-busy");
  for (const el of held) el.disabled = false;
  sent.clear();
  held.clear();
};

window.addEventListener("pageshow", release);
// Escape stops the loading in most browsers; the form must then be usable again.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") release();
});

const lang = document.documentElement.lang || undefined;
const graphemes = Intl.Segmenter ? new Intl.Segmenter(lang) : null;
const length = (text) => [...(graphemes ? graphemes.segment(text) : text)].length;
const number = new Intl.NumberFormat(lang);

for (const field of document.querySelectorAll("[data-count]")) {
  const out = document.getElementById(field.dataset.count) ?? field.closest(".group")?.querySelector(".count");
  if (!out) continue;
  const limit = Number(field.dataset.limit) || 0;
  const count = () => {
    const n = length(field.value);
    out.textContent = limit ? `${number.format(n)} / ${number.format(limit)}` : number.format(n);
    out.classList.toggle("over", limit > 0 && n > limit);
  };
  field.addEventListener("input", count);
  window.addEventListener("pageshow", count);
  count();
}

const changed = (el) => {
  if (el.type === "hidden" || el.disabled || el.closest(".tick")) return false;
  if (el.type === "checkbox" || el.type === "radio") return el.checked !== el.defaultChecked;
  if (el.options) {
    const chosen = [...el.options].some((option) => option.defaultSelected);
    return [...el.options].some((o, i) => o.selected !== (chosen ? o.defaultSelected : i === 0 && !el.multiple));
  }
  return "defaultValue" in el && el.value !== el.defaultValue;
};

// data-guard="dirty": the page came back with errors, so what stands in the form is not saved either.
const unsaved = (form) => !sent.has(form) && (form.dataset.guard === "dirty" || [...form.elements].some(changed));

const guarded = [...document.querySelectorAll("form[data-guard]")];
const warn = (event) => {
  if (guarded.some(unsaved)) event.preventDefault();
};
for (const form of guarded) {
  const watch = () => window.addEventListener("beforeunload", warn);
  form.addEventListener("input", watch);
  if (form.dataset.guard === "dirty") watch();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
  const form = event.target.form;
  if (!form || event.target.type === "submit") return;
  const buttons = [...form.elements].filter((el) => el.type === "submit");
  const button = buttons.find((el) => el.classList.contains("main")) ?? buttons[0];
  event.preventDefault();
  if (!button?.disabled) form.requestSubmit(button);
});

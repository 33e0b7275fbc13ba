// Signing in and marking a claim with the keyboard alone; every stop on the way is seen and is not covered.

import { check, demoDesk, openBrowser, run, same, watched } from "./lib.mjs";

// A stop is looked at where it comes to rest, not while the page still scrolls towards it.
const STILL = { reducedMotion: "reduce" };

/** Where the focus is, and whether somebody who looks at the page can tell. */
function focused(page) {
  return page.evaluate(() => {
    const el = document.activeElement;
    if (!el || el === document.body) return null;
    const drawn = (style) =>
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    const box = el.getBoundingClientRect();
    const inside = (x, y) => {
      const hit = document.elementFromPoint(x, y);
      return Boolean(hit) && (el.contains(hit) || hit.contains(el) || [...(el.labels ?? [])].some((label) => label.contains(hit)));
    };
    // One line of a link that runs over several is enough.
    const rows = [...el.getClientRects()];
    return {
      what: `${el.localName}${el.id ? `#${el.id}` : ""} "${(el.innerText || el.name || "").trim().slice(0, 40)}"`,
      id: el.id,
      name: el.getAttribute("name"),
      href: el.getAttribute("href"),
      drawn: drawn(getComputedStyle(el)) || drawn(getComputedStyle(el, "::before")),
      seen: rows.some((row) => inside(row.left + row.width / 2, row.top + row.height / 2)),
      at: [box.left, box.top, box.right, box.bottom].map(Math.round).join(" "),
    };
  });
}

/** Presses Tab until `wanted` holds; every stop passed is looked at. */
async function tabTo(page, name, wanted, most = 400) {
  const bad = [];
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) continue;
    if (!stop.drawn) bad.push(`not drawn: ${stop.what}`);
    if (!stop.seen) bad.push(`covered: ${stop.what} at ${stop.at}`);
    if (wanted(stop)) {
      check(`${name}: every stop on the way is seen`, bad.length === 0, bad.slice(0, 8).join("\n"));
      return stop;
    }
  }
  throw new Error(`${name}: not reached in ${most} steps`);
}

/** The skip link is the first stop, shows itself, and leads past the navigation. */
async function skips(page, name) {
  await page.keyboard.press("Tab");
  const first = await focused(page);
  same(`${name}: the first stop is the skip link`, first?.href, "#main");
  check(`${name}: it shows itself`, first?.seen && first?.drawn, JSON.stringify(first));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => Boolean(document.activeElement?.closest("main")));
  check(`${name}: it leads to the content`, inMain, JSON.stringify(await focused(page)));
}

/** Every stop of a page, forwards and then backwards, where sticky parts could cover it. */
async function wholePage(page, name) {
  for (const key of ["Tab", "Shift+Tab"]) {
    const bad = [];
    const passed = new Set();
    for (let n = 0; n < 500; n += 1) {
      await page.keyboard.press(key);
      const stop = await focused(page);
      if (!stop) break;
      passed.add(stop.what + stop.href);
      if (!stop.drawn) bad.push(`not drawn: ${stop.what}`);
      if (!stop.seen) bad.push(`covered: ${stop.what} at ${stop.at}`);
    }
    check(`${name}: every stop is seen, by ${key}`, bad.length === 0, bad.slice(0, 8).join("\n"));
    check(`${name}: ${key} goes somewhere`, passed.size > 3, `${passed.size} stops`);
  }
}

await run("keyboard", async () => {
  const { origin, accounts } = await demoDesk();
  const browser = await openBrowser();
  const { context, seen } = await watched(browser, origin, STILL);
  const page = await context.newPage();
  const { email, password } = accounts.contributor;

  await page.goto(`${origin}/login`);
  await skips(page, "signing in");
  await page.goto(`${origin}/login`);
  await tabTo(page, "to the e-mail field", (stop) => stop.id === "email");
  await page.keyboard.type(email);
  await tabTo(page, "to the password", (stop) => stop.id === "password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${origin}/desk`);
  await skips(page, "my work");

  await page.goto(`${origin}/desk`);
  await page.keyboard.press("?");
  same("? opens the list of keys", await page.locator("dialog#keys[open]").count(), 1);
  await page.keyboard.press("Escape");
  same("Escape closes it", await page.locator("dialog[open]").count(), 0);

  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.waitForURL(`${origin}/desk/articles`);
  await page.keyboard.press("j");
  const row = await focused(page);
  check("g a j stands on the first article", row?.href?.startsWith("/desk/articles/") && row.drawn, JSON.stringify(row));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/articles\/[^/]+$/);

  const article = page.url();
  const bare = await page.locator(".par:not(:has(mark)) .s").first().textContent();
  const start = await page.locator(".par:not(:has(mark)) .s").first().getAttribute("data-start");
  const isTick = await page.locator(`input[name=sentence][value^="${start}-"]`).getAttribute("value");
  await tabTo(page, "to a sentence", (stop) => stop.name === "sentence").catch(() => {});
  for (let n = 0; n < 400; n += 1) {
    if ((await page.evaluate(() => document.activeElement.value)) === isTick) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await page.locator(`[data-preview]:text-is(${JSON.stringify(bare)})`).waitFor();
  check("Space ticks a sentence and shows it", true);
  await tabTo(page, "to the button that marks", (stop) => stop.what.startsWith("button") && !stop.href);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/claims\//);
  same("the claim is marked", await page.locator(".copy mark").textContent(), bare);

  await page.goto(article);
  await tabTo(page, "to the field for exact words", (stop) => stop.what.startsWith("summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, "into it", (stop) => stop.id === "exact");
  await page.keyboard.type("no such words stand here");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/claims$/);
  check("Ctrl+Enter sends the words", (await page.locator(".quote-pick").count()) === 1);

  await page.goto(article);
  await wholePage(page, "an article at the desk");
  await page.goto(`${origin}/desk/claims`);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/claims\/[^/]+$/);
  await wholePage(page, "a claim");

  const reader = await watched(browser, origin, STILL);
  const reading = await reader.context.newPage();
  await reading.goto(`${origin}/checks`);
  await skips(reading, "the checks");
  await reading.locator("h2 a").first().press("Enter");
  await reading.waitForURL(/\/checks\/[^/]+$/);
  await wholePage(reading, "a check in public");

  const problems = [...seen.console, ...seen.foreign, ...reader.seen.console, ...reader.seen.foreign];
  check("no error in the console, no request to another origin", problems.length === 0, problems.join("\n"));
});

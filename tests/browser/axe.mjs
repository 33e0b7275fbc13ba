// Every page, light and dark, wide and narrow: no finding of axe-core, and nothing that has to be scrolled sideways.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { button, check, demoDesk, freshDesk, openBrowser, run, signIn, watched } from "./lib.mjs";
import { EVERY_ROLE, everyPage } from "./pages.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "dark", width: 320 },
  { colorScheme: "light", width: 320 },
];

async function findings(page) {
  return page.evaluate(async (tags) => {
    const options = { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, html, failureSummary }) => ({
        target: target.join(" "),
        html: html.slice(0, 160),
        why: failureSummary.split("\n").slice(1).join(" ").trim(),
      })),
    }));
  }, TAGS);
}

/** What sticks out past the right or left edge of the window. */
function wide(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return "";
    const out = [...document.body.querySelectorAll("*")].filter((el) => {
      const { right, left, width } = el.getBoundingClientRect();
      return width > 1 && (right > window.innerWidth + 1 || left < -1) && !el.closest(".vh, .skip");
    });
    const told = out.slice(0, 5).map((el) => `${el.localName}.${el.className} to ${Math.round(el.getBoundingClientRect().right)}`);
    return `${root.scrollWidth} px in a window of ${window.innerWidth}: ${told.join(", ")}`;
  });
}

async function look(page, told) {
  for (const { colorScheme, width } of VIEWS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    for (const { id, nodes } of await findings(page)) {
      told.push(`${id} at ${width} px, ${colorScheme}: ${nodes.length} times`);
      for (const { target, html, why } of nodes.slice(0, 3)) told.push(`  ${target}  ${html}  ${why}`);
    }
    const sticks = await wide(page);
    if (sticks) told.push(`wider than its window at ${width} px: ${sticks}`);
  }
}

/** Judges the page as it stands, with everything unfolded. */
async function judge(page, name) {
  await page.evaluate(() => {
    document.querySelectorAll("details").forEach((fold) => (fold.open = true));
    // What sticks to the window's edge lies over whatever is scrolled under it: no box is smaller for that.
    document.querySelectorAll(".markbar").forEach((bar) => (bar.style.position = "static"));
  });
  await page.evaluate(AXE);
  const told = [];
  await look(page, told);
  check(name, told.length === 0, told.join("\n"));
}

/** Sends a form past the browser's own checks of its fields, so that the server's answer is seen. */
async function send(page, where, fields, action) {
  await page.goto(where);
  await page.evaluate(() => {
    document.querySelectorAll("details").forEach((fold) => (fold.open = true));
    document.querySelectorAll("form").forEach((form) => (form.noValidate = true));
  });
  for (const [selector, value] of Object.entries(fields)) {
    const field = page.locator(selector).first();
    if (await field.isVisible()) await field.fill(value);
    else await field.evaluate((el, text) => (el.value = text), value);
  }
  // A button that a script hides until something is selected is pressed all the same.
  const loaded = page.waitForEvent("load");
  await button(page, action).evaluate((el) => el.form.requestSubmit(el));
  await loaded;
}

/** What the desk answers where a form is wrong, stale, or sent after the session has ended. */
async function answers(browser, { origin, accounts }, people, find) {
  const { reviewer, admin } = people;
  const { page } = reviewer;
  const [article, claim, draft, form] = ["/desk/articles/", "/desk/claims/", "/desk/checks/", "?source="].map(find);
  await send(page, `${origin}/desk/articles/new`, { "#title": "" }, "/desk/articles");
  await judge(page, "an article without a text");
  await send(page, `${origin}/desk/sources/new`, { "#title": "", "#url": "nowhere" }, "/desk/sources");
  await judge(page, "a source without a title");
  await send(page, `${origin}/desk/claims/new`, { "#statement": "", "#appearance_url": "nowhere" }, "/desk/claims");
  await judge(page, "a claim without words");
  await send(page, article, { "#exact": "words that stand nowhere in it" }, "/claims");
  await judge(page, "words that stand nowhere");
  await send(page, article, { "#exact": "the" }, "/claims");
  await judge(page, "words that stand often");
  await send(page, article, {}, "/claims");
  await judge(page, "nothing marked");
  await send(page, article, { "form[method=post] #title": "" }, new URL(article).pathname);
  await judge(page, "an article without a title");
  await send(page, claim, { "#statement": "" }, new URL(claim).pathname);
  await judge(page, "a claim that loses its words");
  await send(page, form, { "#exact": "words that stand nowhere in it" }, "/evidence");
  await judge(page, "a quote that stands nowhere");
  await send(page, draft, { "form[action$='/verdict'] [name=revision]": "0", "#summary": "Other words." }, "/verdict");
  await judge(page, "a stale verdict");
  await send(page, `${origin}/account`, { "#password": "wrong", "#new_password": "short" }, "/account/password");
  await judge(page, "a password that is too short");

  await send(admin.page, `${origin}/admin/people`, { "form.form #email": "new@brackwater.example" }, "/invitations");
  await judge(admin.page, "an invitation");
  const link = (await admin.page.locator("pre.hash").first().textContent()).trim();
  const { page: guest } = people.reader;
  await guest.goto(link);
  await judge(guest, "joining");
  await guest.fill("#name", "");
  await guest.evaluate(() => (document.querySelector("main form").noValidate = true));
  await guest.locator("form.form button.main").click();
  await judge(guest, "joining with a short password");
  await send(guest, `${origin}/login`, { "#email": "nobody@brackwater.example", "#password": "wrong" }, "/login");
  await judge(guest, "a wrong password");

  const late = await watched(browser, origin, { bypassCSP: true });
  const typing = await late.context.newPage();
  await signIn(typing, origin, accounts.contributor);
  await typing.goto(`${origin}/desk/claims/new`);
  await typing.fill("#statement", "A statement that took a long time to write.");
  const { page: elsewhere } = people.contributor;
  await elsewhere.goto(`${origin}/account`);
  await elsewhere.locator("form:has([value=others]) button").click();
  await button(typing, "/desk/claims").click();
  await judge(typing, "signing in again to keep what was typed");
  await typing.fill("#email", accounts.contributor.email);
  await typing.fill("#password", accounts.contributor.password);
  await button(typing, "/login").click();
  await judge(typing, "what was kept");
  check("what was typed is still there", (await typing.locator("main").innerHTML()).includes("took a long time"));
}

/** A desk before and right after it is set up: every list is empty and says what to do first. */
async function emptyDesk(browser) {
  const { origin, link } = await freshDesk();
  const { context } = await watched(browser, origin, { bypassCSP: true });
  const page = await context.newPage();
  await page.goto(link);
  await judge(page, "setting up");
  await send(page, link, { "#desk": "", "#new_password": "short" }, "/setup");
  await judge(page, "setting up without a name");
  const fields = { "#desk": "The Desk", "#name": "Ada Brook", "#email": "ada@desk.example" };
  await send(page, link, { ...fields, "#new_password": "six unrelated herring crates" }, "/setup");
  for (const path of ["/", "/checks", "/methodology", ...EVERY_ROLE, "/desk/claimants", "/desk/topics", "/desk/log"]) {
    await page.goto(origin + path);
    await judge(page, `${path} of an empty desk`);
  }
}

await run("axe", async () => {
  const desk = await demoDesk();
  const browser = await openBrowser();
  // axe has to be put into the page, which the policy of the desk forbids: these contexts alone do without it.
  const { people, pages, stages } = await everyPage(browser, desk, { bypassCSP: true });
  check("the sample desk shows a check at five stages at least", stages >= 5, `${stages} stages`);
  for (const { role, path } of pages) {
    await people[role].page.goto(desk.origin + path);
    await judge(people[role].page, `${path} (${role})`);
  }
  const { page } = people.contributor;
  await page.goto(`${desk.origin}/desk`);
  await page.keyboard.press("?");
  check("? opens the list of keys", (await page.locator("dialog[open]").count()) === 1);
  await judge(page, "the list of keys");
  const open = pages.find(({ path }) => path.includes("?source="))?.path ?? "";
  await answers(browser, desk, people, (part) => {
    const found = part === "/desk/checks/" ? open.split("/evidence")[0] : pages.find(({ path }) => path.includes(part) && !path.endsWith("/new")).path;
    return desk.origin + found;
  });
  await emptyDesk(browser);
  for (const [role, { seen }] of Object.entries(people)) {
    check(`${role}: no request to another origin`, seen.foreign.length === 0, seen.foreign.join("\n"));
    check(`${role}: no error in the console`, seen.console.length === 0, seen.console.join("\n"));
  }
});

// Every page, light and dark, wide and narrow: no finding of axe-core, and nothing that has to be scrolled sideways.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { check, demoDesk, openBrowser, run } from "./lib.mjs";
import { everyPage } from "./pages.mjs";

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

await run("axe", async () => {
  const desk = await demoDesk();
  const browser = await openBrowser();
  // axe has to be put into the page, which the policy of the desk forbids: these contexts alone do without it.
  const { people, pages, stages } = await everyPage(browser, desk, { bypassCSP: true });
  check("the sample desk shows a check at five stages at least", stages >= 5, `${stages} stages`);
  const only = process.argv[2];
  for (const { role, path } of pages.filter((one) => !only || `${one.role} ${one.path}`.includes(only))) {
    const { page } = people[role];
    await page.goto(desk.origin + path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    await page.evaluate(AXE);
    const told = [];
    await look(page, told);
    check(`${path} (${role})`, told.length === 0, told.join("\n"));
  }
  const { page } = people.contributor;
  await page.goto(`${desk.origin}/desk`);
  await page.keyboard.press("?");
  await page.evaluate(AXE);
  const told = (await page.locator("dialog[open]").count()) ? [] : ["it does not open"];
  await look(page, told);
  check("the list of keys (contributor)", told.length === 0, told.join("\n"));
  for (const [role, { seen }] of Object.entries(people)) {
    check(`${role}: no request to another origin`, seen.foreign.length === 0, seen.foreign.join("\n"));
    check(`${role}: no error in the console`, seen.console.length === 0, seen.console.join("\n"));
  }
});

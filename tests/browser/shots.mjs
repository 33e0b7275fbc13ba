// Pictures of every page, for people to look at: node shots.mjs FOLDER [PART-OF-AN-ADDRESS]

import { mkdirSync } from "node:fs";
import path from "node:path";
import { check, demoDesk, openBrowser, run } from "./lib.mjs";
import { everyPage } from "./pages.mjs";

const VIEWS = [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "phone", colorScheme: "light", width: 360 },
  { name: "rtl", colorScheme: "light", width: 1280, dir: "rtl" },
  { name: "rtl-phone", colorScheme: "light", width: 360, dir: "rtl" },
];
const [folder, part = ""] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node shots.mjs FOLDER [PART-OF-AN-ADDRESS]");
  process.exit(2);
}

/** A name by the kind of page, numbered: addresses hold keys that differ from run to run. */
function namer() {
  const given = new Map();
  return ({ role, path }) => {
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID").replace(/^\/checks\/[^/]+/, "/checks/SLUG");
    const words = `${role}${kind.replace(/^\/articles\/.*/, "/articles/SLUG").replace(/\?.*/, "-source")}`;
    const name = words.replace(/[^\w-]+/g, "-").replace(/-$/, "");
    given.set(name, (given.get(name) ?? 0) + 1);
    return `${name}-${given.get(name)}`;
  };
}

await run("shots", async () => {
  const desk = await demoDesk();
  const browser = await openBrowser();
  const { people, pages } = await everyPage(browser, desk);
  const name = namer();
  for (const view of VIEWS) mkdirSync(path.join(folder, view.name), { recursive: true });
  for (const one of pages.filter(({ role, path: address }) => `${role} ${address}`.includes(part))) {
    const { page } = people[one.role];
    const file = `${name(one)}.png`;
    for (const { name: view, colorScheme, width, dir } of VIEWS) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(desk.origin + one.path);
      if (dir) await page.evaluate((way) => (document.documentElement.dir = way), dir);
      await page.screenshot({ path: path.join(folder, view, file), fullPage: true });
    }
    check(`${one.path} → ${file}`, true);
  }
});

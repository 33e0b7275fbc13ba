// Every kind of page of the sample desk, each seen by somebody who may do something there.

import { signIn, watched } from "./lib.mjs";

const PUBLIC = ["/", "/checks", "/corrections", "/methodology", "/corrections/policy", "/about/organisation", "/about/funding", "/login", "/nowhere"];
export const EVERY_ROLE = ["/desk", "/desk/articles", "/desk/claims", "/desk/sources", "/desk/reviews", "/desk/tasks", "/account"];
const ADMIN = ["people", "settings", "settings/worthiness", "scale", "policies", "health"].map((name) => `/admin/${name}`);

async function links(page, origin, where, selector) {
  await page.goto(origin + where);
  const found = await page.locator(selector).evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  return [...new Set(found.map((href) => href.split("#")[0]))];
}

/** Signed-in contexts by role, and the list of pages as { role, path }; role "reader" has no account. */
export async function everyPage(browser, desk, options = {}) {
  const { origin } = desk;
  const people = {};
  for (const role of ["reader", "contributor", "reviewer", "editor", "admin", "auditor"]) {
    people[role] = await watched(browser, origin, options);
    people[role].page = await people[role].context.newPage();
    if (role !== "reader") await signIn(people[role].page, origin, desk.accounts[role]);
  }
  const pages = new Map();
  const add = (role, ...paths) => {
    for (const path of paths) pages.set(`${role} ${path}`, { role, path });
  };
  const { page } = people.admin;
  add("reader", ...PUBLIC);
  const checks = await links(people.reader.page, origin, "/checks", "h2 a[href^='/checks/']");
  add("reader", ...checks);
  for (const check of checks.slice(0, 5)) {
    add("reader", ...(await links(people.reader.page, origin, check, ".src a[href^='/checks/']")).slice(0, 1));
    add("reader", ...(await links(people.reader.page, origin, check, "#versions a[href*='/versions/']")).slice(0, 1));
    add("reader", ...(await links(people.reader.page, origin, check, ".who a[href^='/articles/']")));
  }
  add("contributor", ...EVERY_ROLE);
  add("reviewer", "/desk", "/desk/reviews", "/desk/log", "/desk/insights", "/desk/notifications", "/desk/notifications?show=all");
  add("editor", "/desk", "/desk/articles", "/desk/claims", "/desk/topics");
  add("auditor", "/desk", "/desk/tasks", ...ADMIN);
  add("admin", ...ADMIN, "/desk/nowhere");
  add("reviewer", "/desk/articles/new", "/desk/claims/new", "/desk/sources/new", "/desk/sources/protected", "/desk/claimants", "/desk/topics");
  add("editor", ...(await links(page, origin, "/desk/articles", "td a[href^='/desk/articles/']")));
  add("auditor", ...(await links(page, origin, "/desk/articles", "td a[href^='/desk/articles/']")).slice(0, 1));
  // Every way to look at an article that has changed.
  for (const article of await links(page, origin, "/desk/articles", "td a[href^='/desk/articles/']")) {
    const differences = await links(page, origin, `${article}/versions`, "a[href*='...']");
    if (!differences.length) continue;
    const [difference] = differences;
    add("editor", `${article}?view=lines`, `${article}/versions`, `${article}/versions/1`, `${article}/places`);
    add("editor", difference, `${difference}?look=beside`);
  }
  add("reviewer", ...(await links(page, origin, "/desk/sources", "td a[href^='/desk/sources/']")).slice(0, 2));
  const [source] = await links(page, origin, "/desk/sources", "td a[href^='/desk/sources/']");
  add("reviewer", `${source}/origin`);
  add("reviewer", ...(await links(page, origin, "/desk/sources?page=1", "td a:text('Coal Wharf tank')")).slice(0, 1));
  add("reviewer", ...(await links(page, origin, "/desk/claimants", "td a[href^='/desk/claimants/']")).slice(0, 2));
  // A claim in each state, and a check at each stage, for everybody whose page of it differs.
  const states = await links(page, origin, "/desk/claims", ".filters a[href*='state=']");
  const stages = new Set();
  for (const state of states) {
    const claims = await links(page, origin, `/desk/claims${state.slice(state.indexOf("?"))}`, "td a[href^='/desk/claims/']");
    add("reviewer", ...claims.slice(0, 1));
    for (const claim of claims) {
      for (const check of await links(page, origin, claim, "a[href^='/desk/checks/']")) {
        await page.goto(origin + check);
        const stage = await page.locator(".steps [aria-current]").textContent();
        const drafts = await page.locator(".kicker").first().textContent();
        if (stages.has(stage + drafts)) continue;
        stages.add(stage + drafts);
        add("reviewer", check);
        add("admin", check);
        if (stages.size === 1) add("reviewer", `${claim}/discussion`);
        if (await page.locator("a[href$='/after']").count()) add("editor", `${check}/after`);
        const form = `${check}/evidence/new`;
        if (pages.has(`reviewer ${form}`) || !(await page.locator(`a[href='${form}']`).count())) continue;
        if ([...pages.values()].some((one) => one.path.endsWith("/evidence/new"))) continue;
        add("reviewer", form, ...(await links(page, origin, form, "a[href^='?source=']")).slice(-1).map((q) => form + q));
      }
    }
  }
  add("reviewer", "/desk/search", "/desk/search?q=water+verdict%3Afalse+before%3Ayesterday", "/desk/search?q=zzzz");
  add("reader", "/checks?q=water", "/checks?q=zzzz");
  add("reviewer", "/desk/matches", "/desk/matches?text=Brackwater+has+halved+its+water+leaks+since+2018");
  add("reviewer", "/desk/claims/new?statement=Brackwater+has+halved+its+water+leaks", "/desk/external");
  add("editor", ...(await links(page, origin, "/desk/external", "td a[href^='/desk/external/']")).slice(0, 1));
  for (const article of (await links(page, origin, "/desk/articles", "td a[href^='/desk/articles/']")).slice(0, 2)) {
    add("editor", `${article}/known`);
  }
  return { people, pages: [...pages.values()], stages: stages.size };
}

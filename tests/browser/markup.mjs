// Writes public pages of the sample desk to a folder: with/ those that must carry one ClaimReview, without/ those that
// must carry none. No browser: what a crawler gets.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { check, demoDesk, run } from "./lib.mjs";

const folder = process.argv[2];

await run("markup", async () => {
  const { origin } = await demoDesk();
  for (const kind of ["with", "without"]) mkdirSync(path.join(folder, kind), { recursive: true });
  const page = async (address) => (await fetch(origin + address)).text();
  const save = (kind, name, text) => writeFileSync(path.join(folder, kind, `${name}.html`), text);
  const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, address]) => address))];

  const list = await page("/checks");
  save("without", "home", await page("/"));
  save("without", "checks", list);
  const checks = found(list, /href="(\/checks\/[a-z0-9-]+)"/g);
  check("the sample desk has published checks", checks.length >= 5, `${checks.length}`);
  for (const [n, address] of checks.entries()) {
    const text = await page(address);
    save("with", `check-${n + 1}`, text);
    if (n > 0) continue;
    const more = /href="(\/checks\/[a-z0-9-]+\/(?:versions|evidence)\/\d+|\/articles\/[a-z0-9-]+)"/g;
    for (const [m, other] of found(text, more).entries()) save("without", `beside-${m + 1}`, await page(other));
  }
});

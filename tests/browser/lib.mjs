// What the browser tests share: a desk to test, a browser, and a count of what holds.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer as createWeb } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = path.resolve(process.env.CLAIMDESK_BIN ?? path.join(ROOT, "target/debug/claimdesk"));
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const LIMIT = 15 * 60_000;

const cleanups = [];
const counts = { passed: 0, failed: 0 };

/** One line a check; `detail` is printed where it fails. */
export function check(name, holds, detail = "") {
  if (holds) {
    counts.passed += 1;
    console.log(`ok - ${name}`);
  } else {
    counts.failed += 1;
    console.log(`not ok - ${name}`);
    for (const line of String(detail).split("\n").filter(Boolean)) console.log(`    ${line}`);
  }
  return Boolean(holds);
}

export function same(name, found, wanted) {
  return check(name, found === wanted, `wanted: ${JSON.stringify(wanted)}\nfound:  ${JSON.stringify(found)}`);
}

/** Runs a file of tests, ends whatever it started, prints the count and sets the exit code. */
export async function run(title, work) {
  console.log(`# ${title}`);
  let timer;
  const over = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not at its end after ${LIMIT / 60_000} minutes`)), LIMIT);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => fail(new Error(`ended by ${signal}`)));
  });
  try {
    await Promise.race([work(), over]);
  } catch (error) {
    check(`${title}: goes through to its end`, false, error.stack);
  }
  clearTimeout(timer);
  while (cleanups.length) await cleanups.pop()();
  console.log(`# ${title}: ${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed ? 1 : 0);
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Starts claimdesk in a directory of its own and answers its origin and the first line it printed. */
async function start(command) {
  if (!existsSync(BINARY)) throw new Error(`no program at ${BINARY}: build it, or set CLAIMDESK_BIN`);
  const listen = `127.0.0.1:${await freePort()}`;
  const folder = mkdtempSync(path.join(tmpdir(), "claimdesk-browser-"));
  const data = path.join(folder, "data");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("CLAIMDESK_")));
  const child = spawn(BINARY, [...command, "--data", data, "--listen", listen], { env, stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((done) => child.once("exit", done));
  cleanups.push(async () => {
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await gone;
    clearTimeout(forced);
    rmSync(folder, { recursive: true, force: true });
  });
  let errors = "";
  child.stderr.on("data", (bytes) => (errors += bytes));
  const line = await new Promise((done, fail) => {
    let out = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
      if (out.includes("\n")) done(out.split("\n")[0]);
    });
    gone.then((code) => fail(new Error(`claimdesk ended with ${code}: ${errors}`)));
  });
  return { origin: `http://${listen}`, line };
}

/** An empty desk: its origin and the one-time link that sets it up. */
export async function freshDesk(...options) {
  const { origin, line } = await start(options);
  return { origin, link: line.trim() };
}

/** A page on loopback that takes a moment: its address, and what `--fetch-allow` must name. */
export async function slowPage(html) {
  const server = createWeb((_, answer) => {
    setTimeout(() => answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html), 1500);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  cleanups.push(() => server.close());
  const host = `127.0.0.1:${server.address().port}`;
  return { host, url: `http://${host}/report` };
}

/** The sample desk: its origin and one account a role. */
export async function demoDesk() {
  const { line } = await start(["demo"]);
  const { url, accounts } = JSON.parse(line);
  return { origin: url, accounts: Object.fromEntries(accounts.map((account) => [account.role, account])) };
}

export async function openBrowser() {
  const places = ["/usr/bin", ...(process.env.PATH ?? "").split(":")];
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = places.flatMap((place) => names.map((name) => path.join(place, name))).find((file) => existsSync(file));
  if (!found) throw new Error("no chromium on this machine: tests/run installs it");
  const browser = await chromium.launch({
    executablePath: found,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  cleanups.push(() => browser.close());
  return browser;
}

/**
 * A context that writes down everything no page of ours may do: leave the origin, complain in the console, break the
 * policy, ask before leaving, take longer than it should.
 */
export async function watched(browser, origin, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const seen = { foreign: [], console: [], dialogs: [] };
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:") seen.foreign.push(request.url());
  });
  context.on("page", (page) => {
    page.on("console", (message) => {
      // The browser reports the status of a page that says "not like this" or "not there"; that is no fault.
      const refused = /^Failed to load resource: the server responded with a status of (404|409|422)/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !refused) {
        seen.console.push(`${page.url()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => seen.console.push(`${page.url()}: ${error.message}`));
    page.on("dialog", (dialog) => {
      seen.dialogs.push(`${page.url()}: ${dialog.type()} ${dialog.message()}`);
      return dialog.accept();
    });
  });
  return { context, seen };
}

export async function signIn(page, origin, account) {
  await page.goto(`${origin}/login`);
  await page.fill("#email", account.email);
  await page.fill("#password", account.password);
  await page.click("form[action='/login'] button.main");
  await page.waitForURL(`${origin}/desk`);
}

/** The button of the form that posts to an address ending so. */
export function button(page, action, more = "") {
  return page.locator(`form[action$="${action}"] button${more}`).first();
}

/** Drags the mouse over `words`, which stand in one text node below `selector`. */
export async function selectWords(page, selector, words) {
  const handle = await page.evaluateHandle(
    ([selector, words]) => {
      for (const root of document.querySelectorAll(selector)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.data.includes(words)) return node;
        }
      }
      return null;
    },
    [selector, words],
  );
  if (!handle.asElement()) throw new Error(`"${words}" is nowhere in ${selector} of ${page.url()}`);
  const [from, to] = await handle.evaluate((node, words) => {
    node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const at = node.data.indexOf(words);
    const box = (start, end) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range.getBoundingClientRect().toJSON();
    };
    return [box(at, at + 1), box(at + words.length - 1, at + words.length)];
  }, words);
  await page.mouse.move(from.left + 0.5, from.top + from.height / 2);
  await page.mouse.down();
  await page.mouse.move((from.left + to.right) / 2, to.top + to.height / 2, { steps: 4 });
  await page.mouse.move(to.right - 0.5, to.top + to.height / 2, { steps: 4 });
  await page.mouse.up();
}

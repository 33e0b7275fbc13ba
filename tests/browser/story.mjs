// The whole path on an empty desk, from the set-up link to a published check, with scripts and without them.

import { button, check, freshDesk, openBrowser, run, same, selectWords, slowPage, watched } from "./lib.mjs";

const PASSWORD = "six unrelated herring crates";
const TITLE = "Ten promises 🌳 for the harbour – عشرة وعود";
const ARTICLE = `${TITLE}

🐟🌊 The harbour fair drew a crowd. Mayor Lind told the fair that “the town planted 4,200 trees 🌳 in 2025, twice as many as in 2024”. The band played on.

قال العمدة إن المدينة زرعت أربعة آلاف شجرة في عام واحد. وصفّق الناس طويلاً.

The night ferry carried 31,000 people last year. The harbour office opens at six. Nobody counted the people who came to the harbour office on foot.`;
const SPOKEN = "the town planted 4,200 trees 🌳 in 2025";
const TICKED = "The night ferry carried 31,000 people last year.";
const COUNTED = "Nobody counted the people";
const BAND = "The band played on.";
const ARABIC = "زرعت أربعة آلاف شجرة";
const STATEMENT = "The town of Lindhaven planted 4,200 trees in 2025.";
const REGISTER = `Parks register of Lindhaven 🌲

Entry 17. In the year 2025 the parks office planted 2,113 trees on public ground, of which 96 were lost to drought.

Entry 18. The nursery delivered 2,250 saplings.`;
const QUOTE = "the parks office planted 2,113 trees on public ground";
const INVOICES = `Nursery Vesterhav, yearly statement

سجلّ المشتل: We delivered 2,250 saplings 🌱 to Lindhaven in 2025 and none to its neighbours.`;
const SECOND = "We delivered 2,250 saplings 🌱 to Lindhaven in 2025";

class Story {
  constructor(name, browser, origin, scripts) {
    Object.assign(this, { name, browser, origin, scripts, people: {} });
  }

  is(what, found, wanted) {
    return same(`${this.name}: ${what}`, found, wanted);
  }

  holds(what, holds, detail) {
    return check(`${this.name}: ${what}`, holds, detail);
  }

  async newcomer(role) {
    const person = await watched(this.browser, this.origin, { javaScriptEnabled: this.scripts });
    person.page = await person.context.newPage();
    this.people[role] = person;
    return person.page;
  }

  async setUp(link) {
    const page = await this.newcomer("admin");
    await page.goto(link);
    await page.fill("#desk", "The Lindhaven Desk");
    await page.selectOption("#time_zone", "Europe/Copenhagen");
    await page.check("[name=scale][value=five]");
    await page.check("[name=peer_review]");
    await page.fill("#name", "Ada Brook");
    await page.fill("#email", "ada@lindhaven.example");
    await page.fill("#new_password", PASSWORD);
    await button(page, "/setup").click();
    await page.goto(`${this.origin}/desk`);
    this.is("setting up signs the first administrator in", new URL(page.url()).pathname, "/desk");
    await page.goto(link);
    this.is("the set-up link works once", await page.locator("#desk").count(), 0);
  }

  async invite(role, name, key) {
    const { page } = this.people.admin;
    await page.goto(`${this.origin}/admin/people`);
    const form = page.locator("form[action='/admin/people/invitations']");
    await form.locator("#email").fill(`${key}@lindhaven.example`);
    await form.locator("#role").selectOption(role);
    await form.locator("button").click();
    const link = (await page.locator("pre.hash").first().textContent()).trim();
    const joiner = await this.newcomer(key);
    await joiner.goto(link);
    await joiner.fill("#name", name);
    await joiner.fill("#email", `${key}@lindhaven.example`);
    await joiner.fill("#new_password", PASSWORD);
    await joiner.locator("form.form button.main").click();
    await joiner.goto(`${this.origin}/desk`);
    this.is(`${key} joins through a link`, new URL(joiner.url()).pathname, "/desk");
  }

  async addArticle() {
    const { page } = this.people.reviewer;
    await page.goto(`${this.origin}/desk/articles/new`);
    await page.fill("#text", ARTICLE);
    await page.fill("#title", TITLE);
    await page.fill("#outlet", "Lindhaven Post");
    await page.fill("#url", "https://post.lindhaven.example/promises");
    await page.fill("#published_on", "2026-03-02");
    await button(page, "/desk/articles").click();
    this.article = page.url().split("?")[0];
    this.is("the pasted article stands at the desk", await page.locator("h1").textContent(), TITLE);
    this.holds("emoji and Arabic stand in it", (await page.locator(".inner").innerText()).includes(ARABIC));
  }

  /** The claim that the rest of the story is about. */
  async mark() {
    const { page } = this.people.reviewer;
    if (this.scripts) {
      await selectWords(page, ".par [data-start]", SPOKEN);
      await page.locator(`[data-preview]:text-is(${JSON.stringify(SPOKEN)})`).waitFor();
      await button(page, "/claims", ".main").click();
    } else {
      await page.locator(".par .s", { hasText: "Mayor Lind told" }).locator("xpath=preceding-sibling::label[1]/input").check();
      await button(page, "/claims", ".main").click();
    }
    await page.waitForURL(/\/desk\/claims\//);
    this.claim = page.url().split("?")[0];
    const marked = await page.locator(".copy mark").textContent();
    if (this.scripts) this.is("part of a sentence is marked with the mouse", marked, SPOKEN);
    else this.holds("a ticked sentence is marked", marked.startsWith("Mayor Lind told") && marked.includes(SPOKEN), marked);
  }

  /** Two more claims: ticked, and typed. */
  async markMore() {
    const { page } = this.people.reviewer;
    await page.goto(this.article);
    await page.locator(".par .s", { hasText: TICKED }).locator("xpath=preceding-sibling::label[1]/input").check();
    if (this.scripts) await page.locator(`[data-preview]:text-is(${JSON.stringify(TICKED)})`).waitFor();
    await button(page, "/claims", ".main").click();
    await page.waitForURL(/\/desk\/claims\//);
    this.is("ticking a sentence marks it", await page.locator(".copy mark").textContent(), TICKED);

    await this.typeWords("harbour office");
    const places = page.locator("main form.card");
    this.is("words that stand twice are offered twice", await places.count(), 2);
    await this.typeWords("the night ferry carried 13,000 people");
    this.holds("words that stand nowhere bring the nearest", (await places.first().innerText()).includes("31,000"));
    await this.typeWords(ARABIC);
    await page.waitForURL(/\/desk\/claims\//);
    this.is("typing exact Arabic words marks them", await page.locator(".copy mark").textContent(), ARABIC);

    await page.goto(this.article);
    this.is("the article shows its three claims", await page.locator("article.card").count(), 3);
    const shown = await page.locator("mark.m a").evaluateAll((all) => all.map((a) => a.firstChild.textContent));
    this.holds("and marks them in its text", shown.includes(TICKED) && shown.includes(ARABIC), shown.join("\n"));
  }

  /** Sentence by sentence: one more claim, and one that needs no check. */
  async lineByLine() {
    const { page } = this.people.reviewer;
    const line = (words) => page.locator(".lines li", { hasText: words });
    await page.goto(`${this.article}?view=lines`);
    await line(COUNTED).locator(".tick input").check();
    await page.locator("#mark button[name=each]").click();
    await page.waitForURL(/view=lines/);
    this.holds("a sentence of the list becomes a claim", (await line(COUNTED).innerText()).includes("In work"));
    await line(BAND).locator(".tick input").check();
    await page.locator("#mark button[formaction$='/dismissals']").first().click();
    await page.waitForURL(/done=sentences-dismissed/);
    this.holds("another is said to need no check", (await line(BAND).innerText()).includes("Needs no check"));
    await page.goto(`${this.article}?view=lines&cover=not_factual`);
    this.is("the list can be narrowed to those", await page.locator(".lines li").count(), 1);
  }

  /** The text changes: what is there word for word comes along, the rest is asked about. */
  async newVersion() {
    const { page } = this.people.reviewer;
    await page.goto(`${this.article}/versions`);
    await page.fill("#text", `Corrected on 3 March.\n\n${ARTICLE.replace("31,000", "13,000")}`);
    await button(page, "/versions").click();
    await page.waitForURL(/\/places/);
    this.is("one claim asks for a look", await page.locator("article.place").count(), 1);
    this.holds("with a warning", (await page.locator(".warnings").innerText()).includes("A number changed"));
    await page.locator("article.place button[value=here]").click();
    await page.waitForURL(/done=place-decided/);
    this.is("and is decided", await page.locator("article.place").count(), 0);
    await page.goto(`${this.article}/versions/1...2?look=beside`);
    this.holds("what went is said side by side", (await page.locator("del").allTextContents()).join().includes("31,000"));
    await page.goto(this.article);
    const shown = await page.locator("mark.m a").evaluateAll((all) => all.map((a) => a.firstChild.textContent));
    this.holds("every claim is marked in the new text", shown.includes(ARABIC) && shown.join().includes("13,000"), shown.join("\n"));
  }

  async typeWords(words) {
    const { page } = this.people.reviewer;
    await page.goto(this.article);
    await page.locator("#mark summary").click();
    await page.fill("#exact", words);
    await page.locator("#mark details button").click();
  }

  async takeClaim() {
    const { page } = this.people.reviewer;
    await page.goto(this.claim);
    await page.fill("#statement", STATEMENT);
    await page.fill("#claimant_name", "Mayor Karin Lind");
    await page.locator("form.form:has(#statement) button.main").click();
    await page.goto(this.claim);
    this.is("the claim keeps its own wording", await page.locator("h1.claim").textContent(), STATEMENT);
    await page.locator("button[value=select]").click();
    await button(page, "/check").click();
    await page.waitForURL(/\/desk\/checks\//);
    this.check = page.url().split("?")[0];
    this.holds("an empty draft is told what it misses", (await page.locator(".gates .missing").count()) > 0);
  }

  async addSource(title, publisher, url, text) {
    const { page } = this.people.reviewer;
    await page.goto(this.check);
    await page.locator("a[href$='/evidence/new']").click();
    await page.locator("a[href^='/desk/sources/new?check=']").click();
    await page.fill("#title", title);
    await page.fill("#publisher", publisher);
    await page.fill("#url", url);
    await page.fill("#text", text);
    await button(page, "/desk/sources").click();
    await page.waitForURL(/\/evidence\/new\?source=/);
  }

  async firstEvidence() {
    const { page } = this.people.reviewer;
    await this.addSource("Parks register 2025", "Lindhaven Parks Office", "https://parks.lindhaven.example/register", REGISTER);
    await page.check("[name=stance][value=undermines]");
    if (this.scripts) {
      await selectWords(page, ".snapshot .par", QUOTE);
      await page.locator(`[data-preview]:text-is(${JSON.stringify(QUOTE)})`).waitFor();
      await page.locator("#pick button.main").click();
    } else {
      await page.fill("#exact", "the parks office planted 2,131 trees on public grounds");
      await page.fill("#note", "The register counts public ground only.");
      await page.locator("#pick button.main").click();
      const near = page.locator("aside form.card");
      const offered = await near.first().locator("mark").textContent();
      this.holds("a wrong quote is not taken, and the nearest passage is offered", offered.includes("2,113 trees"), offered);
      this.is("what was typed beside it is kept", await page.inputValue("#note"), "The register counts public ground only.");
      await page.fill("#exact", QUOTE);
      await page.locator("#pick button.main").click();
    }
    await page.waitForURL(/\/desk\/checks\/[^/]+#evidence-1$/);
    this.is("the first quote is the words of the copy", await page.locator("#evidence-1 q").textContent(), QUOTE);
  }

  async secondEvidence() {
    const { page } = this.people.reviewer;
    await this.addSource("Yearly statement", "Nursery Vesterhav", "https://vesterhav.example/2025", INVOICES);
    await page.check("[name=stance][value=undermines]");
    await page.fill("#exact", SECOND);
    await page.locator("#pick button.main").click();
    await page.waitForURL(/\/desk\/checks\/[^/]+#evidence-2$/);
    this.is("a pasted quote after Arabic and before an emoji", await page.locator("#evidence-2 q").textContent(), SECOND);
  }

  async writeVerdict() {
    const { page } = this.people.reviewer;
    const entry = await page.locator("#verdict_id option").nth(2).getAttribute("value");
    await page.selectOption("#verdict_id", entry);
    this.verdict = (await page.locator("#verdict_id option").nth(2).textContent()).trim();
    await page.fill("#as_of", "2026-03-09");
    await page.fill("#summary", "The town’s own register counts 2,113 trees for 2025 🌳, half of what the mayor said.");
    await page.fill("#reasoning", "The register counts **2,113** trees [1]. The nursery delivered 2,250 saplings [2].");
    await page.locator("form[action$='/verdict'] button.main").click();
    await page.goto(this.check);
    const missing = await page.locator(".gates .missing").allInnerTexts();
    this.is("nothing is missing any more", missing.join("; "), "");
  }

  async decide() {
    const { reviewer, second, editor } = this.people;
    await button(reviewer.page, "/submission").click();
    await reviewer.page.goto(this.check);
    this.is("whoever wrote it cannot review it", await reviewer.page.locator("form[action$='/review']").count(), 0);
    await second.page.goto(`${this.origin}/desk`);
    await second.page.locator("td.do a.btn").first().click();
    this.is("a colleague finds it at the top of the desk", second.page.url(), this.check);
    await second.page.fill("#comment", "Read against the copies.");
    await button(second.page, "/review", "[value=passed]").click();
    await second.page.goto(this.check);
    this.is("a reviewer cannot approve", await second.page.locator("form[action$='/approval']").count(), 0);
    await editor.page.goto(this.check);
    await button(editor.page, "/approval", "[value=approved]").click();
    await editor.page.goto(this.check);
    this.slug = await editor.page.inputValue("#slug");
    await button(editor.page, "/publication").click();
    await editor.page.goto(this.check);
    this.is("it has a public address", await editor.page.locator(`.who a[href='/checks/${this.slug}']`).count(), 1);
  }

  async read() {
    const page = await this.newcomer("reader");
    const address = `${this.origin}/checks/${this.slug}`;
    await page.goto(`${this.origin}/`);
    await page.locator(`a[href='/checks/${this.slug}']`).click();
    this.is("the front page leads to it", page.url(), address);
    this.is("the public page gives the claim", await page.locator("h1").textContent(), STATEMENT);
    const stamp = (await page.locator(".verdict .stamp").innerText()).replace(/\s+/g, " ").trim();
    this.is("and the verdict, with its icon", stamp, this.verdict.replace(/\s+/g, " "));
    const quotes = await page.locator(".ev q").allTextContents();
    this.is("and the quotes", quotes.join("\n"), `${QUOTE}\n${SECOND}`);
    await page.locator(".prose a[href='#evidence-1']").click();
    this.is("a citation leads to its evidence", new URL(page.url()).hash, "#evidence-1");
    await page.locator(`#evidence-1 a[href^='/checks/${this.slug}/evidence/1']`).click();
    this.is("the evidence marks the quote in its copy", await page.locator("#quote mark").textContent(), QUOTE);
    await page.goto(address);
    await page.locator(".who a[href^='/articles/']").click();
    this.is("the article’s public page names the check", await page.locator(`a[href='/checks/${this.slug}']`).count(), 1);
    for (const path of ["/checks", "/methodology", "/corrections/policy", "/nowhere"]) await page.goto(this.origin + path);
    const cookies = await this.people.reader.context.cookies();
    this.is("a reader gets no cookie", cookies.map((cookie) => cookie.name).join(), "");
  }

  /** A reader looks for the check, and a reviewer for the claim: as it is typed where scripts run, by a button where not. */
  async search() {
    const word = STATEMENT.split(" ").sort((a, b) => b.length - a.length)[0].toLowerCase().replace(/[^a-z]/g, "");
    const reader = this.people.reader.page ?? (await this.newcomer("reader-two"));
    for (const [page, path, link] of [
      [reader, "/checks", `a[href='/checks/${this.slug}']`],
      [this.people.reviewer.page, "/desk/search", "#results .check-list a"],
    ]) {
      await page.goto(this.origin + path);
      const field = page.locator("form[data-live] [type=search]");
      if (this.scripts) {
        await field.pressSequentially(word.slice(0, -1), { delay: 20 });
        await page.locator(`#results mark`).first().waitFor();
        this.is(`${path}: the address follows what is typed`, new URL(page.url()).searchParams.get("q"), word.slice(0, -1));
        this.holds(`${path}: the caret stays`, await field.evaluate((it) => it === document.activeElement));
        await field.fill(word);
      } else {
        await field.fill(word);
        await page.locator("form[data-live] button").click();
      }
      await page.locator(`#results ${link.replace("#results ", "")}`).first().waitFor();
      this.holds(`${path}: what was looked for is found and marked`, (await page.locator("#results mark").count()) > 0);
      const address = page.url();
      await page.goto(address);
      this.holds(`${path}: its address finds it again`, (await page.locator("#results mark").count()) > 0);
      await page.goto(`${this.origin}${path}?q=zzzzqqq`);
      this.holds(`${path}: nothing found says so`, (await page.locator("#results .empty").count()) === 1);
    }
    const { page } = this.people.reviewer;
    await page.goto(`${this.origin}/desk/matches`);
    await page.fill("#text", STATEMENT);
    await page.locator("main form button").first().click();
    this.is("a pasted claim finds itself", await page.locator("#near .match.same").count(), 1);
  }

  /** An address becomes a source: the page follows its capture by itself, with scripts and without. */
  async capture(url) {
    const { page } = this.people.reviewer;
    await page.goto(`${this.origin}/desk/sources/new`);
    await page.fill("#url", url);
    await page.locator("main form .btn.main").click();
    this.holds("while it is fetched, the page says so", (await page.locator("[data-wait]").count()) === 1);
    await page.getByRole("heading", { level: 1, name: "Gauge readings" }).waitFor({ timeout: 30_000 });
    this.holds("its text can be quoted", (await page.locator(".snapshot").textContent()).includes("212 centimetres"));
    const copy = await page.locator("a[href$='/page']").getAttribute("href");
    await page.goto(this.origin + copy);
    this.is("the page of the copy runs nothing", await page.title(), "Gauge readings");
  }

  async watchers() {
    for (const [key, { seen }] of Object.entries(this.people)) {
      this.is(`${key}: no request to another origin`, seen.foreign.join("\n"), "");
      this.is(`${key}: no error in the console, no policy violation`, seen.console.join("\n"), "");
      this.is(`${key}: no question before leaving`, seen.dialogs.join("\n"), "");
    }
  }
}

async function tell(browser, scripts) {
  const web = await slowPage(
    "<title>Gauge readings</title><p>It stood at 212 centimetres.</p><script>document.title = 'stolen'</script>",
  );
  const { origin, link } = await freshDesk("--fetch-allow", web.host);
  const story = new Story(scripts ? "with scripts" : "without scripts", browser, origin, scripts);
  await story.setUp(link);
  await story.invite("reviewer", "Ines Sorel", "reviewer");
  await story.invite("reviewer", "Milo Tarn", "second");
  await story.invite("editor", "Tomas Wend", "editor");
  await story.addArticle();
  await story.mark();
  await story.markMore();
  await story.lineByLine();
  await story.newVersion();
  await story.takeClaim();
  await story.firstEvidence();
  await story.secondEvidence();
  await story.writeVerdict();
  await story.decide();
  await story.read();
  await story.search();
  await story.watchers();
  await story.capture(web.url);
}

await run("story", async () => {
  const browser = await openBrowser();
  for (const scripts of [true, false]) {
    try {
      await tell(browser, scripts);
    } catch (error) {
      check(`${scripts ? "with" : "without"} scripts: the story goes through to its end`, false, error.stack);
    }
  }
});

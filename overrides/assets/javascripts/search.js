// The search: asks the index, shows what it finds, in a dialog on every page and on a page of its own.
// It is loaded when somebody searches (search-open.js), and by the page of the search.
(function () {
  const language = document.documentElement.lang;
  const NAMES = ["kind", "theme", "sdg", "year", "language", "member", "country"];
  const STEP = 10;
  const PAUSE = 250; // milliseconds without a key before the index is asked

  // How much a word counts that stands in a field of a page beside its text (hooks/untfsse/search.py).
  const WEIGHTS = {
    name0: 16, name1: 9, name2: 7.5, name3: 5.5, minor: 5, hub: 6.8, alike: 5, also: 20, asked: 10.5, sort: 7.5,
    titles: 2, short: 0, same: 0.02, title: 0, kind: 0, when: 0, mark: 0, lang: 0, meaning: 0,
  };
  const RANKING = { metaWeights: WEIGHTS, diacriticSimilarity: 0.2 };

  // The words of a query.

  const LIGATURES = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" };
  const ELIDED = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)";

  function wordsOf(text) {
    return text
      .normalize("NFC")
      .replace(/[œŒæÆ]/g, (one) => LIGATURES[one])
      .replace(/[‘ʼ`´′]/g, "’")
      .replace(new RegExp(`(^|[^\\p{L}\\p{N}])${ELIDED}[’'](?=[\\p{L}\\p{N}])`, "giu"), "$1 ")
      .replace(/[’']/g, "")
      .replace(/(\p{L}{2})(?=\p{N})/gu, "$1 ")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  }

  function fold(word) {
    return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  }

  // What is asked of the index for what a reader typed: synonyms in place of what they stand for, longest
  // first; without words such as "the" and the name of the task force, unless they stand alone. Acronyms in
  // capitals, such as WHO, are no such words.
  function asked(text, known) {
    const words = wordsOf(text);
    const keys = words.map(fold);
    const loud = text === text.toUpperCase();
    const found = [];
    for (let at = 0; at < words.length; ) {
      let many = Math.min(words.length - at, 6);
      const key = () => keys.slice(at, at + many).join(" ");
      while (many > 0 && !Object.prototype.hasOwnProperty.call(known.rules, key())) many -= 1;
      const word = many ? known.rules[key()] : words[at].toLowerCase();
      const isLoud = words[at].length > 1 && words[at] === words[at].toUpperCase() && !loud;
      const isPassed = fold(word) === known.own || (!many && !isLoud && known.ignored.includes(keys[at]));
      found.push([word, isPassed]);
      at += many || 1;
    }
    const kept = found.filter(([, passed]) => !passed);
    return (kept.length ? kept : found).map(([word]) => word).join(" ");
  }

  // The index.

  // The root of the site, as the page says it: the site may stand in a folder of a host.
  const root = new URL(document.querySelector("[data-root]").dataset.root, location.href).href;

  let loaded;
  let tries = 0;
  function load() {
    loaded = loaded || start();
    loaded.catch(forget);
    return loaded;
  }

  // What could not be loaded is asked for again by the next search, under another address: browsers do not
  // ask twice for a module that has failed.
  function forget() {
    loaded = null;
  }

  async function start() {
    tries += 1;
    const [pagefind, answer] = await Promise.all([
      import(`${root}pagefind/pagefind.js${tries > 1 ? `?${tries}` : ""}`),
      fetch(`${root}pagefind/words.${language}.json`),
    ]);
    await pagefind.options({ noWorker: true, excerptLength: 28, ranking: RANKING });
    pagefind.init();
    return { pagefind, known: await answer.json() };
  }

  async function find(text, filters) {
    const { pagefind, known } = await load();
    const wanted = asked(text, known);
    if (wanted) return pagefind.search(wanted, { filters });
    return pagefind.search(null, { filters, sort: { day: "desc" } });
  }

  // The way from the file Pagefind read to the page: "/~fr~events~.html" is "fr/events/".
  function pathOf(page) {
    return page.raw_url.replace(/^.*?~|\.html$/g, "").replace(/~/g, "/");
  }

  // Pagefind's words as the page writes them: see `indexed` in hooks/untfsse/search_words.py.
  function shown(text) {
    return text
      .replace(/\u200a/g, "")
      .replace(new RegExp(`(^|[^\\p{L}\\p{N}])(${ELIDED}[’']) `, "giu"), "$1$2")
      .replace(/([oa])\u2060(e)/gi, (all, one, two) => Object.keys(LIGATURES).find((key) => LIGATURES[key] === one + two) || one + two)
      .replace(/« /g, "«\u00a0")
      .replace(/ ([»:;!?])/g, "\u00a0$1");
  }

  // Results in a box, which holds a list, a template of its items and words that are read out.

  function resultsIn(box) {
    const list = box.querySelector("[data-results]");
    const item = box.querySelector("template");
    const status = box.querySelector("[role=status]");
    let turn = 0;
    let rest = [];

    // Nothing if something else is searched meanwhile.
    async function cards(pages, mine) {
      const read = await Promise.all(pages.map((page) => page.data()));
      return mine === turn ? read.map((page) => card(item, page)) : null;
    }

    // Who stands on a result while the answer changes stays on it, else goes to the first.
    function replace(made) {
      const held = list.contains(document.activeElement) && document.activeElement.href;
      list.replaceChildren(...made);
      if (!held) return;
      const links = [...list.querySelectorAll("a")];
      (links.find((link) => link.href === held) || links[0] || box.querySelector("[type=search]")).focus();
    }

    return {
      clear() {
        turn += 1;
        rest = [];
        list.replaceChildren();
        status.textContent = "";
      },

      // Returns the answer of the index, or nothing if something else is searched meanwhile.
      async show(text, filters, most) {
        const mine = ++turn;
        const waiting = setTimeout(() => (status.textContent = status.dataset.loading), 500);
        try {
          const answer = await find(text, filters);
          if (mine !== turn) return null;
          const made = await cards(answer.results.slice(0, most), mine);
          if (!made) return null;
          rest = answer.results.slice(most);
          replace(made);
          const total = answer.results.length;
          const words = status.dataset[total === 0 ? "none" : total === 1 ? "one" : "other"];
          status.textContent = words.replace("{n}", total.toLocaleString(language));
          return answer;
        } catch (error) {
          forget();
          if (mine === turn) {
            replace([]);
            status.textContent = status.dataset.failed;
          }
          return null;
        } finally {
          clearTimeout(waiting);
        }
      },

      hasMore: () => rest.length > 0,

      async more() {
        const made = await cards(rest.splice(0, STEP), turn);
        if (!made) return;
        list.append(...made);
        made[0].querySelector("a").focus();
      },
    };
  }

  function card(template, page) {
    const made = template.content.firstElementChild.cloneNode(true);
    const { meta, filters } = page;
    const part = (name) => made.querySelector(`[data-part=${name}]`);
    const fill = (name, words) => {
      if (words) part(name).append(...words);
      else part(name).remove();
    };
    made.dataset.kind = filters.kind[0];
    part("link").href = root + pathOf(page);
    if (meta.lang) part("link").lang = meta.lang;
    fill("link", [shown(meta.title) + (meta.short ? ` (${meta.short})` : "")]);
    fill("kind", [shown([meta.kind, meta.when].filter(Boolean).join(" · "))]);
    fill("mark", meta.mark && [`(${meta.mark})`]);
    fill("meaning", meta.meaning && [`[${shown(meta.meaning)}]`]);
    const isEnd = page.content.endsWith(page.plain_excerpt);
    fill("excerpt", [
      page.content.startsWith(page.plain_excerpt) ? "" : "… ",
      ...marked(shown(isEnd ? page.excerpt : page.excerpt.replace(/ \S{1,7}’$/, ""))), // no article without its word
      isEnd ? "" : " …",
    ]);
    return made;
  }

  // Turns "a &lt; <mark>b</mark>" into text and elements.
  function marked(excerpt) {
    return excerpt.split(/<\/?mark>/).map((piece, index) => {
      const words = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      if (index % 2 === 0) return words;
      const mark = document.createElement("mark");
      mark.textContent = words;
      return mark;
    });
  }

  function afterAPause(act) {
    let timer;
    return (...given) => {
      clearTimeout(timer);
      timer = setTimeout(act, PAUSE, ...given);
    };
  }

  // The dialog.

  let dialog;

  async function open(link) {
    const { known } = await load();
    if (!dialog) {
      document.body.insertAdjacentHTML("beforeend", known.dialog);
      dialog = startDialog(document.body.lastElementChild, link);
    }
    dialog();
  }

  function startDialog(box, link) {
    const field = box.querySelector("[type=search]");
    const all = box.querySelector("[data-all]");
    const results = resultsIn(box);
    const page = () => `${link.href}?q=${encodeURIComponent(field.value.trim())}`;
    let back;

    function close() {
      box.close();
      back.focus();
    }

    const search = afterAPause(async () => {
      const answer = await results.show(field.value, {}, 6);
      if (!answer) return;
      all.hidden = answer.results.length === 0;
      all.href = page();
    });

    field.addEventListener("input", () => {
      if (wordsOf(field.value).join("").length > 1) {
        search();
      } else {
        results.clear();
        all.hidden = true;
      }
    });
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) location.href = page();
    });
    box.querySelector("[data-browse]").href = link.href;
    box.querySelector("[data-close]").addEventListener("click", close);
    box.addEventListener("click", (event) => {
      if (event.target === box) close(); // the ground around it
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault(); // a search field would only be emptied
        close();
      }
      step(event, [field, ...box.querySelectorAll("[data-results] a, [data-all]:not([hidden])")]);
    });
    box.addEventListener("close", () => box.open || back.focus()); // by a gesture of the device

    return () => {
      if (box.open) return;
      back = document.activeElement === document.body ? link : document.activeElement;
      box.showModal();
      field.select();
    };
  }

  // The arrow keys go from the field to the results and through them.
  function step(event, stops) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (!way || at < 0 || !stops[at + way]) return;
    event.preventDefault();
    stops[at + way].focus();
  }

  // The page of the search. What is searched stands in its address.

  function startPage(box) {
    const form = box.querySelector("form");
    const field = form.querySelector("[type=search]");
    const choices = NAMES.map((name) => form.elements[name]);
    const more = box.querySelector("[data-more]");
    const results = resultsIn(box);

    const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    const addressOf = (wanted) => `${location.pathname}${wanted.toString() && `?${wanted}`}`;

    async function show() {
      const wanted = state();
      if (!wanted.toString()) {
        results.clear();
        more.hidden = true;
        return;
      }
      const chosen = choices.filter((choice) => choice.value);
      const filters = {};
      chosen.forEach((choice) => (filters[choice.name] = choice.value));
      await load().then(({ pagefind }) => pagefind.filters()).catch(() => {}); // for `allow`
      const answer = await results.show(field.value, filters, STEP);
      more.hidden = !results.hasMore();
      if (answer) choices.forEach((choice) => allow(choice, answer));
    }

    function read() {
      const params = new URLSearchParams(location.search);
      field.value = params.get("q") || "";
      choices.forEach((choice) => (choice.value = params.get(choice.name) || ""));
      choices.forEach((choice) => choice.selectedIndex < 0 && (choice.value = ""));
      if (choices.some((choice) => choice.value)) form.querySelector("details").open = true;
      show();
    }

    function go() {
      if (addressOf(state()) !== location.pathname + location.search) history.pushState(null, "", addressOf(state()));
      show();
    }

    field.addEventListener("focus", () => load().catch(() => {}), { once: true });
    field.addEventListener("input", afterAPause(() => {
      history.replaceState(null, "", addressOf(state()));
      show();
    }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go();
    });
    choices.forEach((choice) => choice.addEventListener("change", go));
    form.querySelector("[data-clear]").addEventListener("click", () => {
      choices.forEach((choice) => (choice.value = ""));
      go();
      field.focus();
    });
    more.addEventListener("click", async () => {
      await results.more();
      more.hidden = !results.hasMore();
    });
    addEventListener("popstate", read);
    startKey(box.querySelector("[data-key]"));
    read();
  }

  // A value that no result has cannot be chosen. Under a chosen value, all of the query's stay open.
  function allow(choice, answer) {
    const counts = (choice.value ? answer.totalFilters : answer.filters)[choice.name];
    for (const option of choice.options) option.disabled = Boolean(counts && option.value && !counts[option.value]);
  }

  // The key "/" can be turned off.
  function startKey(box) {
    try {
      box.checked = localStorage.getItem("sse-search-key") !== "off";
      box.addEventListener("change", () => {
        if (box.checked) localStorage.removeItem("sse-search-key");
        else localStorage.setItem("sse-search-key", "off");
      });
    } catch (error) {
      box.closest("label").hidden = true; // this browser keeps nothing
    }
  }

  const folded = (text) => wordsOf(text).map(fold).join(" ");
  window.sseSearch = { open, find, pathOf, folded, asked: async (text) => asked(text, (await load()).known) };
  const page = document.querySelector("[data-search-page]");
  if (page) startPage(page);
})();

// A directory: narrows and sorts what is in the page, says how many are shown, keeps its state in the address.
(function () {
  const root = document.querySelector(".sse-directory");
  const form = root.querySelector(".sse-filters");
  const find = (selector) => root.querySelector(selector);
  const lang = document.documentElement.lang;
  const plural = new Intl.PluralRules(lang);
  const names = new Intl.Collator(lang, { numeric: true });

  const fields = Array.from(form.elements).filter((field) => field.name);
  const words = form.elements.q;
  const sort = form.elements.sort;
  const asOf = form.elements["as-of"];
  const facets = fields.filter((field) => ![words, sort, asOf].includes(field));
  const more = find(".sse-filters__more");
  const total = find(".sse-total");
  const standing = find(".sse-standing");

  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/[’']/g, " ");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name]);
  const say = (number) => number.toLocaleString(lang);
  const one = (number) => plural.select(number) === "one";

  const groups = Array.from(root.querySelectorAll(".sse-group"), (section) => ({
    section,
    list: section.querySelector(".sse-cards"),
    count: section.querySelector(".sse-count"),
    none: section.querySelector(".sse-none"),
    id: section.dataset.group || "",
  }));
  const flat = document.createElement("ul");
  flat.className = "sse-cards";
  find(".sse-groups").prepend(flat);

  const items = Array.from(root.querySelectorAll("[data-facets]"), (li, place) => {
    const title = li.querySelector("h3").textContent.trim();
    return {
      li,
      place,
      title,
      date: li.dataset.date || "",
      short: li.dataset.short || title,
      words: fold(li.querySelector("article").textContent),
      facets: li.dataset.facets.split(" "),
      roles: Array.from(li.querySelectorAll("[data-held]")),
      group: groups.find((group) => group.section.contains(li)),
    };
  });
  const orders = {
    newest: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.place - b.place),
    oldest: (a, b) => !a.date - !b.date || -orders.newest(a, b),
    name: (a, b) => names.compare(a.title, b.title),
    acronym: (a, b) => names.compare(a.short, b.short),
  };

  // Bodies as they stood on the chosen day: their group, their roles, and whether they were there at all.
  function goTo(option) {
    const back = asOf.options.length - 1 - option;
    root.classList.toggle("sse-directory--past", option > 0);
    items.forEach((item) => {
      const letter = item.li.dataset.standing[back];
      item.group = groups.find((group) => group.id[0] === letter) || groups[groups.length - 1];
      item.absent = option > 0 && letter === "-";
      item.roles.forEach((role) => (role.hidden = role.dataset.held[back] === "-"));
      if (item.roles.length) item.roles[0].parentNode.hidden = item.roles.every((role) => role.hidden);
    });
  }

  // A card stands in its group; a list that is sorted otherwise has none.
  let placed = "";
  function place() {
    const state = sort.value + (asOf ? asOf.value : "");
    if (state === placed) return;
    placed = state;
    const plain = !sort.selectedIndex;
    flat.hidden = plain || Boolean(asOf);
    const order = plain ? (a, b) => a.place - b.place : orders[sort.value];
    items.slice().sort(order).forEach((item) => (plain || asOf ? item.group.list : flat).append(item.li));
  }

  // Choose what fits, and count for each option what choosing it would leave.
  function choose(chosen, asked) {
    const tally = {};
    items.forEach((item) => {
      const missed = chosen.filter((field) => !item.facets.includes(field.name + ":" + field.value));
      const read = !item.absent && asked.every((word) => item.words.includes(word));
      item.fits = read && !missed.length;
      item.li.hidden = !item.fits;
      item.facets.forEach((facet) => {
        if (read && missed.every((field) => facet.startsWith(field.name + ":"))) tally[facet] = (tally[facet] || 0) + 1;
      });
    });
    facets.forEach((field) =>
      Array.from(field.options).slice(1).forEach((option) => {
        const number = tally[field.name + ":" + option.value] || 0;
        option.textContent = option.textContent.replace(/\([^(]*$/, "(" + say(number) + ")");
        option.disabled = !number && !option.selected;
      })
    );
  }

  let telling;
  function show() {
    const chosen = facets.filter((field) => field.value);
    const asked = fold(words.value).split(/\s+/).filter((word) => /..|\d/.test(word)); // no l’, no d’
    const narrow = chosen.length || asked.length;
    if (asOf) goTo(asOf.selectedIndex);
    place();
    choose(chosen, asked);

    const fit = items.filter((item) => item.fits);
    const there = items.filter((item) => !item.absent);
    const numbers = [];
    groups.forEach((group) => {
      const number = fit.filter((item) => item.group === group).length;
      if (group.count) group.count.textContent = say(number);
      if (group.none) group.none.hidden = number > 0;
      const words = group.section.dataset;
      if (words.one) numbers.push(fill(one(number) ? words.one : words.other, { n: say(number) }));
      const gone = sort.selectedIndex && !asOf;
      group.section.hidden = gone || (!number && (narrow || !group.none || group.id === "none"));
    });
    find(".sse-directory__none").hidden = fit.length > 0 || !items.length;
    more.firstElementChild.textContent = say(chosen.length);
    more.firstElementChild.hidden = !chosen.length;

    clearTimeout(telling);
    telling = setTimeout(() => {
      const key = (narrow ? "some" : "all") + (one(fit.length) ? "One" : "Other");
      total.textContent = fill(total.dataset[key], { n: say(fit.length), total: say(there.length) });
      if (asOf) {
        const when = asOf.selectedOptions[0].textContent;
        standing.textContent = fill(standing.dataset.words, { when, numbers: numbers.join(", ") });
      }
    }, 200);
    root.dispatchEvent(new Event("sse-shown"));
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0; // a value that there is not
    });
    show();
  }

  let typing = false; // letters that follow each other are one step back
  function changed(event) {
    const url = new URL(location.href);
    fields.forEach((field) => {
      const value = field.selectedIndex === 0 ? "" : field.value.trim();
      if (value) url.searchParams.set(field.name, value);
      else url.searchParams.delete(field.name);
    });
    const typed = event.target === words;
    if (url.href !== location.href) history[typed && typing ? "replaceState" : "pushState"](null, "", url.href);
    typing = typed;
    show();
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed, 0, {}));
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("blur", () => (typing = false));
  find(".sse-directory__none button").addEventListener("click", () => {
    form.reset();
    words.focus();
  });
  more.addEventListener("click", () => {
    more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") !== "true"));
  });
  addEventListener("popstate", read);
  read();
})();

// The month view of the directory of events, drawn from the cards that fit; its state is in the address.
(function () {
  const root = document.querySelector(".sse-directory");
  const frame = root.querySelector(".sse-calendar");
  const views = Array.from(root.querySelectorAll(".sse-views button"));
  const steps = frame.querySelectorAll(".sse-calendar__steps button");
  const jump = frame.querySelector("select");
  const title = frame.querySelector("h2");
  const undated = frame.querySelector(".sse-calendar__undated");
  const lang = document.documentElement.lang;
  const locale = lang === "en" ? "en-GB" : lang;
  const plural = new Intl.PluralRules(lang);

  const table = make("table", { className: "sse-calendar__table" });
  table.setAttribute("aria-labelledby", title.id);
  frame.insertBefore(table, undated);

  function make(name, values, ...children) {
    const made = Object.assign(document.createElement(name), values);
    made.append(...children);
    return made;
  }
  const iso = (day) => day.toISOString().slice(0, 10);
  const say = (day, form) => new Intl.DateTimeFormat(locale, Object.assign({ timeZone: "UTC" }, form)).format(day);
  const first = (month) => new Date(month + "-01T00:00Z");
  const add = (day, months, days) =>
    new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate() + days));
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const name = (month) => capital(say(first(month), { month: "long", year: "numeric" }));

  const now = new Date();
  const today = iso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  let view, month;

  // Events that fit the filters, with their first and last day or month.
  const events = () =>
    Array.from(root.querySelectorAll("li[data-date]:not([hidden])"), (li) => ({
      li,
      from: li.dataset.date,
      to: li.dataset.last || li.dataset.date,
    }));
  const within = (event) => event.from.slice(0, 7) <= month && event.to.slice(0, 7) >= month;

  function link(event) {
    const tag = event.li.querySelector(".sse-tag");
    const item = make("li", {}, event.li.querySelector("h3 a").cloneNode(true));
    if (tag) item.append(" ", tag.cloneNode(true));
    return item;
  }

  function cell(day, there) {
    const date = iso(day);
    const made = make("td", {});
    made.setAttribute("role", "cell");
    if (date.slice(0, 7) !== month) return made;
    if (date === today) made.setAttribute("aria-current", "date");
    const weekday = make("span", { className: "sse-calendar__weekday" }, say(day, { weekday: "long" }) + " ");
    made.append(make("time", { dateTime: date }, weekday, String(day.getUTCDate())));
    const here = there.filter((event) => event.from <= date && event.to >= date);
    if (here.length) {
      made.className = "sse-calendar__busy";
      made.append(make("ul", {}, ...here.map(link)));
    }
    return made;
  }

  function row(cells) {
    const made = make("tr", {}, ...cells);
    made.setAttribute("role", "row");
    if (made.querySelector("a")) made.className = "sse-calendar__busy-week";
    return made;
  }

  function head(day) {
    const made = make("th", { scope: "col", abbr: say(day, { weekday: "long" }) }, say(day, { weekday: "short" }));
    made.setAttribute("role", "columnheader");
    return made;
  }

  function draw() {
    const there = events().filter(within);
    const days = there.filter((event) => event.from.length === 10);
    const rest = there.filter((event) => event.from.length < 10);
    const begin = first(month);
    const monday = add(begin, 0, -((begin.getUTCDay() + 6) % 7)); // weeks begin on Monday, as in UN documents
    const week = (start) => [0, 1, 2, 3, 4, 5, 6].map((offset) => add(start, 0, offset));
    const weeks = [];
    for (let day = monday; iso(day).slice(0, 7) <= month; day = add(day, 0, 7)) weeks.push(day);

    const body = make("tbody", {}, ...weeks.map((start) => row(week(start).map((day) => cell(day, days)))));
    const top = make("thead", {}, row(week(monday).map(head)));
    table.textContent = "";
    table.append(top, body);
    table.classList.toggle("sse-calendar__table--idle", !days.length);
    [table, top, body].forEach((part) => part.setAttribute("role", part === table ? "table" : "rowgroup"));

    undated.hidden = !rest.length;
    undated.lastElementChild.textContent = "";
    undated.lastElementChild.append(...rest.map(link));
    rest.forEach((event, place) => {
      const when = event.li.querySelector("time").cloneNode(true);
      undated.lastElementChild.children[place].append(" (", when, ")");
    });

    const words = plural.select(there.length) === "one" ? frame.dataset.one : frame.dataset.other;
    title.textContent = name(month);
    title.nextElementSibling.textContent = words.replace("{n}", String(there.length));
    fillJump();
  }

  // The months in which something is known to take place, and the one that is shown.
  function fillJump() {
    const numbers = { [month]: 0 };
    events().forEach((event) => {
      if (event.from.length === 4) return;
      for (let one = event.from.slice(0, 7); one <= event.to.slice(0, 7); one = iso(add(first(one), 1, 0)).slice(0, 7))
        numbers[one] = (numbers[one] || 0) + 1;
    });
    const options = Object.keys(numbers).sort().reverse();
    jump.textContent = "";
    jump.append(...options.map((one) => make("option", { value: one }, name(one) + " (" + numbers[one] + ")")));
    jump.value = month;
  }

  function show() {
    root.querySelector(".sse-groups").hidden = view === "month";
    frame.hidden = view !== "month";
    views.forEach((button) => button.setAttribute("aria-pressed", String(button.value === view)));
    if (view === "month") draw();
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    const wanted = asked.get("month") || "";
    view = asked.get("view") === "month" ? "month" : "";
    month = /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(wanted) ? wanted : today.slice(0, 7);
    show();
  }

  function go(newView, newMonth) {
    const url = new URL(location.href);
    url.searchParams.delete("view");
    url.searchParams.delete("month");
    if (newView) {
      url.searchParams.set("view", newView);
      url.searchParams.set("month", newMonth);
    }
    if (url.href !== location.href) history.pushState(null, "", url.href);
    view = newView;
    month = newMonth;
    show();
  }

  views.forEach((button) => button.addEventListener("click", () => go(button.value, month)));
  steps.forEach((button) =>
    button.addEventListener("click", () => go(view, iso(add(first(month), Number(button.value), 0)).slice(0, 7)))
  );
  jump.addEventListener("change", () => go(view, jump.value));
  root.addEventListener("sse-shown", show);
  addEventListener("popstate", read);
  read();
})();

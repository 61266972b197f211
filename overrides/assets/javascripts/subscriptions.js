// Narrows the list of feeds and calendars to the subjects that hold all words typed. Without it the list is whole.
(function () {
  const root = document.querySelector(".sse-subscribe");
  const field = root.querySelector("input");
  const status = root.querySelector("[role='status']");
  const none = root.querySelector(".sse-none");
  const lang = document.documentElement.lang;
  const plural = new Intl.PluralRules(lang);
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/[’']/g, " ");

  const sections = Array.from(root.querySelectorAll("section"), (section) => ({
    section,
    rows: Array.from(section.querySelectorAll(".sse-subscribe__rows > li"), (row) => ({
      row,
      words: fold(section.querySelector("h3").textContent + " " + row.textContent),
    })),
  }));

  let telling;
  function show() {
    const asked = fold(field.value).split(/\s+/).filter((word) => /..|\d/.test(word)); // no l’, no d’
    let shown = 0;
    sections.forEach(({ section, rows }) => {
      let here = 0;
      rows.forEach(({ row, words }) => {
        row.hidden = !asked.every((word) => words.includes(word));
        if (!row.hidden) here += 1;
      });
      section.hidden = !here;
      shown += here;
    });
    none.hidden = shown > 0;
    clearTimeout(telling);
    telling = setTimeout(() => {
      const words = root.dataset[plural.select(shown) === "one" ? "one" : "other"];
      status.textContent = asked.length ? words.replace("{n}", shown.toLocaleString(lang)) : "";
    }, 200);
  }

  root.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", show);
  if (field.value) show(); // what a browser kept when the reader came back
})();

// Events that are over since the site was built are no longer shown as to come. May run several times on a page.
(function () {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  const over = (until) => (until.includes("T") ? new Date(until) < now : until < today);

  // The card leaves the list of what is to come: for the year it belongs to, or for good.
  function move(item) {
    const list = item.closest(".sse-list[data-one]");
    const group = item.closest("[data-group='upcoming']");
    if (group) {
      const year = item.dataset.date.slice(0, 4);
      const past = group.parentNode.querySelector("[data-group='" + year + "']");
      const next = Array.from(past.querySelectorAll("li")).find((one) => one.dataset.date <= item.dataset.date);
      past.querySelector("ul").insertBefore(item, next || null);
    } else if (list) {
      item.remove();
      tell(list);
    }
  }

  function tell(list) {
    const left = list.querySelectorAll("li").length;
    const total = list.querySelector(".sse-total");
    const none = list.querySelector(".sse-none");
    const lang = document.documentElement.lang;
    const words = list.dataset[new Intl.PluralRules(lang).select(left) === "one" ? "one" : "other"];
    total.textContent = words.replace("{n}", left.toLocaleString(lang));
    total.hidden = !left && !none;
    if (none) none.hidden = left > 0;
  }

  document.querySelectorAll("[data-until]").forEach((one) => {
    if (!over(one.dataset.until)) return;
    one.removeAttribute("data-until");
    const item = one.closest("li");
    if (one.classList.contains("sse-card")) {
      one.classList.remove("sse-card--upcoming");
      if (item) move(item);
    } else {
      one.hidden = true;
    }
  });
  document.querySelectorAll("[data-from]").forEach((one) => {
    if (over(one.dataset.from)) one.hidden = false;
  });
})();

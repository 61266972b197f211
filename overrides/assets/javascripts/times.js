// Times of an event in the reader's own zone, on request.
(function () {
  const root = document.querySelector(".sse-times");
  const button = root.querySelector("button");
  const zone = root.querySelector(".sse-times__zone");
  const lang = document.documentElement.lang;
  const locale = lang === "en" ? "en-GB" : lang;
  const times = Array.from(root.querySelectorAll("time"), (element) => ({
    element,
    there: element.textContent,
    at: new Date(element.dateTime),
    written: element.dateTime,
  }));
  const zoneThere = zone.textContent;
  let own = false;

  // 2023-05-02T10:00-04:00 is 240 minutes behind UTC, as getTimezoneOffset counts.
  function elsewhere(time) {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.written);
    return time.at.getTimezoneOffset() !== (sign === "-" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  }

  // The day is said where it is not the day at the place.
  function here(time) {
    const form = { hour: lang === "es" ? "numeric" : "2-digit", minute: "2-digit" };
    const otherDay = time.at.getDate() !== Number(time.written.slice(8, 10));
    if (otherDay) Object.assign(form, { weekday: "long", day: "numeric", month: "long" });
    return new Intl.DateTimeFormat(locale, form).format(time.at);
  }

  function zoneHere() {
    const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "long" }).formatToParts(times[0].at);
    return root.dataset.zone.replace("{zone}", parts.find((part) => part.type === "timeZoneName").value);
  }

  if (!times.some(elsewhere)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    own = !own;
    times.forEach((time) => (time.element.textContent = own ? here(time) : time.there));
    zone.textContent = own ? zoneHere() : zoneThere;
    button.textContent = own ? root.dataset.there : root.dataset.own;
  });
})();

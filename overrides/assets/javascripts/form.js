// A form that writes a record: checks what is typed by the rules of the schema, and shows the file. It sends nothing.
(function () {
  const root = document.querySelector(".sse-form");
  const form = root.querySelector("form");
  const data = JSON.parse(root.querySelector("script[type='application/json']").textContent);
  const words = data.words;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name]);
  const at = (path, name) => (path === "" ? String(name) : path + "." + name);
  const known = {};
  Object.entries(data.options).forEach(([name, list]) => (known[name] = new Set(list.map((one) => one[0]))));
  const expressions = {};
  const fits = (pattern, text) => (expressions[pattern] = expressions[pattern] || new RegExp(pattern, "u")).test(text);
  const resolve = (rule) => (rule.$ref ? { ...data.rules.definitions[rule.$ref.slice(14)], ...rule } : rule);
  const typeOf = (value) => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

  // ---- what is wrong with a value

  function faults(given, value, path) {
    const rule = resolve(given);
    const found = [];
    const say = (key, where) => found.push({ path: where === undefined ? path : where, key });
    const type = typeOf(value);
    if (rule.type && rule.type !== type) say(rule["x-form"] || "choice");
    if ("const" in rule && rule.const !== value) say("choice");
    if (type === "string") found.push(...ofText(rule, value).map((key) => ({ path, key })));
    if (type === "array") found.push(...ofList(rule, value, path));
    if (type === "object") found.push(...ofFields(rule, value, path));
    const right = (one) => !faults(one, value, path).length;
    if (rule.anyOf && !rule.anyOf.some(right)) say("choice");
    if (rule.oneOf && rule.oneOf.filter(right).length !== 1) say("either");
    if (rule.not && right(rule.not)) say("choice");
    if (rule.if) {
      const next = right(rule.if) ? rule.then : rule.else;
      if (next && !right(next)) say("choice");
    }
    (rule.allOf || []).forEach((one) => {
      const inner = faults(one, value, path);
      if (inner.length && one["x-says"]) say(one["x-says"][1], at(path, one["x-says"][0]));
      else found.push(...inner);
    });
    return found;
  }

  function ofText(rule, text) {
    const form = rule["x-form"] || "choice";
    const length = Array.from(text).length;
    if (length > rule.maxLength) return [form === "description" ? form : "long"];
    if (length < rule.minLength) return [form];
    if (rule.pattern && !fits(rule.pattern, text)) return [form === "description" ? "words" : form];
    if (rule["x-each"] && !text.split(/\n\s*\n/).every((one) => fits(rule["x-each"], one))) return [form];
    if (rule["x-options"] && !known[rule["x-options"]].has(text)) return ["choice"];
    if ((rule["x-language"] || form === "markdown" || form === "description") && hasPrivateMail(text)) return ["mail"];
    return rule["x-language"] === "es" && !opensItsQuestions(text) ? ["question"] : [];
  }

  function ofList(rule, list, path) {
    const place = (index) => at(path, list.from ? list.from[index] : index);
    const found = [];
    if (list.length < rule.minItems) found.push({ path, key: "required" });
    if (rule.items) list.forEach((one, index) => found.push(...faults(rule.items, one, place(index))));
    if (rule.contains && !found.length && !list.some((one) => !faults(rule.contains, one, path).length)) found.push({ path, key: "required" });
    if (rule["x-differ"]) {
      const [name, key] = rule["x-differ"];
      list.forEach((one, index) => {
        if (list.findIndex((other) => other[name] === one[name]) < index) found.push({ path: at(place(index), name), key });
      });
    }
    return found;
  }

  function ofFields(rule, value, path) {
    const found = [];
    const properties = rule.properties || {};
    Object.keys(properties).forEach((name) => {
      if (name in value) found.push(...faults(properties[name], value[name], at(path, name)));
      else if ((rule.required || []).includes(name)) found.push({ path: missing(properties[name], at(path, name)), key: "required" });
    });
    (rule.required || []).filter((name) => !(name in value) && !(name in properties)).forEach((name) => found.push({ path: at(path, name), key: "required" }));
    if (rule.additionalProperties === false && Object.keys(value).some((name) => !(name in properties))) found.push({ path, key: "choice" });
    const order = rule["x-not-before"];
    if (order && !inOrder(value[order[1]], value[order[0]])) found.push({ path, key: "order" });
    const clock = rule["x-local"];
    if (clock && !existsOnce(value[clock[0]], value[clock[1]])) found.push({ path, key: "clock" });
    return found;
  }

  // The field to fill in where all of a part is missing.
  function missing(given, path) {
    const rule = resolve(given);
    return rule.type === "object" && rule.required ? missing(rule.properties[rule.required[0]], at(path, rule.required[0])) : path;
  }

  function inOrder(start, end) {
    if (typeof start !== "string" || typeof end !== "string") return true;
    const length = Math.min(start.length, end.length);
    return end.slice(0, length) >= start.slice(0, length);
  }

  // Whether clocks in the zone show this time once: summer time skips some and repeats others.
  function existsOnce(local, zone) {
    if (typeof local !== "string" || !known.zone.has(zone)) return true;
    const [day, time] = local.split("T");
    if (!time) return true;
    const guess = Date.parse(day + "T" + time + "Z");
    const form = new Intl.DateTimeFormat("en", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
    const offset = (moment) => {
      const part = {};
      form.formatToParts(moment).forEach((one) => (part[one.type] = Number(one.value)));
      return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - moment;
    };
    const offsets = new Set([offset(guess - 864e5), offset(guess + 864e5)]);
    return Array.from(offsets).filter((one) => offset(guess - one) === one).length === 1;
  }

  const hasPrivateMail = (text) =>
    (text.match(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z]{2,})+/g) || []).some(
      (mail) => !/^(info|contact|office|press|media|secretariat|webmaster)[@.+-]/i.test(mail)
    );

  function opensItsQuestions(text) {
    return [["?", "¿"], ["!", "¡"]].every(([close, open]) => {
      for (let place = text.indexOf(close); place >= 0; place = text.indexOf(close, place + 1)) {
        if (!/^(?:[\s)»”*.,;]|$)/.test(text.slice(place + 1))) continue;
        const before = text.slice(0, place);
        const begun = Math.max(before.lastIndexOf("?"), before.lastIndexOf("!")) + 1;
        if (!before.slice(begun).includes(open)) return false;
      }
      return true;
    });
  }

  // ---- what is typed, made tidy: nothing invisible, nothing empty, the spaces and quotation marks of each language

  const HIDDEN =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\u{e0001}\u{e0020}-\u{e007f}\u{f0000}-\u{10ffff}]/gu;

  function tidyText(rule, text) {
    const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(HIDDEN, "").normalize("NFC");
    if (["markdown", "paragraphs"].includes(rule["x-form"])) return lines.replace(/[ \t]+$/gm, "").trim();
    const line = lines.replace(/\s*[\n\t]\s*/g, " ").trim();
    const language = rule["x-language"];
    if (!language) return line;
    const typed = line.replace(/([A-Za-zÀ-ÿ])'(?=[A-Za-zÀ-ÿ])/g, "$1’");
    return language === "fr" ? french(typed) : typed;
  }

  function french(text) {
    return text
      .replace(/(^|[^=(\p{L}\p{N}_])"([^"\n]+)"/gu, "$1« $2 »")
      .replace(/«[ \u00a0\u202f]*/g, "«\u00a0")
      .replace(/[ \u00a0\u202f]*»/g, "\u00a0»")
      .replace(/(\S) +(?=[;?!])/g, "$1\u202f")
      .replace(/(\S) +(?=:(?:\s|\*|$))/g, "$1\u00a0")
      .replace(/([\p{L}\p{N}_)’”*\]%])(?=[;?!])/gu, "$1\u202f")
      .replace(/([\p{L}\p{N}_)’”*\]%])(?=:(?:\s|\*|$))/gu, "$1\u00a0");
  }

  function tidy(given, value) {
    const rule = resolve(given);
    if (typeof value === "string") return tidyText(rule, value) || undefined;
    if (Array.isArray(value)) {
      const made = value.map((one) => tidy(rule.items, one));
      const kept = made.filter((one) => one !== undefined);
      Object.defineProperty(kept, "from", { value: made.map((one, index) => index).filter((index) => made[index] !== undefined) });
      return kept.length ? kept : undefined;
    }
    if (value && typeof value === "object") {
      const made = {};
      Object.keys(rule.properties).forEach((name) => {
        const one = name in value ? tidy(rule.properties[name], value[name]) : undefined;
        if (one !== undefined) made[name] = one;
      });
      return Object.keys(made).length ? made : undefined;
    }
    return value || undefined;
  }

  // ---- the file

  // Plain where nobody can read it as anything else; all other texts are quoted as in JSON, which is YAML too.
  const PLAIN = /^(?:(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]{1,6}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?)?)$/;
  const scalar = (value) => (value === true || PLAIN.test(value) ? String(value) : JSON.stringify(value));

  function yaml(value, indent) {
    return Object.entries(value).map(([name, one]) => indent + name + ":" + under(one, indent + "  ")).join("");
  }

  function under(value, indent) {
    if (Array.isArray(value)) {
      return "\n" + value.map((one) => indent + "- " + (typeof one === "object" ? yaml(one, indent + "  ").slice(indent.length + 2) : scalar(one) + "\n")).join("");
    }
    return typeof value === "object" ? "\n" + yaml(value, indent) : " " + scalar(value) + "\n";
  }

  function written(value) {
    if (!data.folder) return Object.values(value).join("\n\n") + "\n";
    if (!value.body) return yaml(value, "");
    const { body, ...top } = value;
    return "---\n" + yaml(top, "") + "---\n\n" + body + "\n";
  }

  function fileName(value) {
    const title = value.title || value.versions[0].title;
    const day = value.versions || !(value.date || data.folder.endsWith("events")) ? "" : (value.date || value.start).slice(0, 10) + "-";
    const plain = (title.en || title).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "");
    const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "new";
    const short = (day + slug).slice(0, 70).replace(/-[^-]*$/, (end) => ((day + slug).length > 70 ? "" : end));
    let name = short;
    for (let number = 2; data.taken.includes(name) || name.length < 3; number += 1) name = short + "-" + number;
    return data.folder + "/" + name + (data.folder.startsWith("docs") ? ".md" : ".yml");
  }

  // What the form makes of what is typed: the faults, or the file with its name.
  function make(typed) {
    const value = tidy(data.rules, typed) || {};
    const wrong = faults(data.rules, value, "");
    if (wrong.length) return { faults: wrong, value };
    return { faults: [], value, text: written(value), file: data.folder ? fileName(value) : "" };
  }

  // ---- the page

  function read() {
    const typed = {};
    form.querySelectorAll("[data-path]").forEach((field) => {
      const steps = field.dataset.path.split(".");
      const last = steps.pop();
      const inner = steps.reduce((outer, step, index) => {
        const next = index + 1 < steps.length ? steps[index + 1] : last;
        return (outer[step] = outer[step] || (/^\d+$/.test(next) ? [] : {}));
      }, typed);
      if (field.type !== "checkbox") {
        const time = form.querySelector("[data-time='" + field.dataset.path + "']");
        inner[last] = field.value + (time && time.value && field.value ? "T" + time.value : "");
      } else if (field.id) inner[last] = field.checked;
      else if (field.checked) (inner[last] = inner[last] || []).push(field.value);
    });
    return typed;
  }

  function putOptions(inside) {
    inside.querySelectorAll("select[data-options]").forEach((select) =>
      data.options[select.dataset.options].forEach(([value, label]) => select.add(new Option(label, value)))
    );
  }

  function number(list) {
    const name = list.dataset.list;
    const legend = list.querySelector("legend").firstChild.data.trim();
    list.querySelectorAll(":scope > .sse-form__item").forEach((item, index) => {
      [item, ...item.querySelectorAll("*")].forEach((element) =>
        ["id", "for", "data-path", "aria-describedby"].forEach((attribute) => {
          const had = element.getAttribute(attribute);
          if (had) element.setAttribute(attribute, had.replace(/([.-])(?:~|\d+)(?=[.-]|$)/g, "$1" + index));
        })
      );
      const title = fill(words.item, { name: legend, n: index + 1 });
      item.querySelector("[data-item]").textContent = title;
      const remove = item.querySelector("[data-remove]");
      remove.setAttribute("aria-label", remove.textContent + " – " + title);
    });
    return name;
  }

  function addItem(list) {
    const item = list.querySelector("template").content.firstElementChild.cloneNode(true);
    putOptions(item);
    list.insertBefore(item, list.querySelector("[data-add]").parentNode);
    item.querySelector("[data-remove]").addEventListener("click", () => {
      item.remove();
      number(list);
      list.querySelector("[data-add]").focus();
    });
    number(list);
    return item;
  }

  const errors = form.querySelector(".sse-form__errors");
  const result = root.querySelector(".sse-form__result");
  const find = (selector) => result.querySelector(selector);

  function element(path) {
    const id = "f-" + path.replace(/[._]/g, "-");
    return document.getElementById(id) || (path.includes(".") ? element(path.replace(/\.[^.]*$/, "")) : form.querySelector("[data-path]"));
  }

  const focusable = (one) => (one.matches("fieldset") ? one.querySelector("input, select, textarea, button") : one);

  function clear() {
    form.querySelectorAll(".sse-form__error").forEach((one) => {
      one.hidden = true;
      one.textContent = "";
    });
    form.querySelectorAll("[aria-invalid]").forEach((one) => {
      one.removeAttribute("aria-invalid");
      const kept = (one.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && !id.endsWith("-error"));
      if (kept.length) one.setAttribute("aria-describedby", kept.join(" "));
      else one.removeAttribute("aria-describedby");
    });
    errors.hidden = true;
    result.hidden = true;
  }

  function tell(wrong) {
    const list = errors.querySelector("ul");
    list.textContent = "";
    const told = new Set();
    wrong.forEach((fault) => {
      const where = element(fault.path);
      if (told.has(where)) return;
      told.add(where);
      const field = focusable(where);
      const label = where.matches("fieldset") ? where.querySelector("legend") : form.querySelector("label[for='" + where.id + "']") || where.closest("label");
      const name = (label ? label.firstChild.data || label.textContent : "").trim();
      const group = where.closest("fieldset");
      const outer = group && group !== where ? group.querySelector("legend").firstChild.data.trim() + " – " : "";
      const message = document.getElementById(where.id + "-error") || document.getElementById(where.id.replace(/-[^-]*$/, "-error"));
      if (message) {
        message.textContent = words[fault.key];
        message.hidden = false;
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", ((field.getAttribute("aria-describedby") || "") + " " + message.id).trim());
      }
      const link = document.createElement("a");
      link.href = "#" + (field.id || where.id);
      link.textContent = outer + name + (/[?!.…:]$/.test(name) ? " " : " – ") + words[fault.key];
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field.focus();
      });
      const line = document.createElement("li");
      line.append(link);
      list.append(line);
    });
    errors.querySelector("p").textContent = words.summary;
    errors.hidden = false;
    errors.focus();
  }

  const LONGEST = 8000; // of an address that GitHub takes; whoever has to sign in first carries it along, encoded once more
  const tooLong = (link) => encodeURIComponent(link).length > LONGEST;
  let address;

  function show(made) {
    find("#f-text").textContent = made.text;
    const name = made.file.split("/").pop();
    if (made.file) {
      find(".sse-form__file").textContent = made.file;
      if (address) URL.revokeObjectURL(address);
      address = URL.createObjectURL(new Blob([made.text], { type: "text/plain" }));
      find("[data-download]").href = address;
      find("[data-download]").download = name;
    }
    if (data.issue) {
      const { create, issue, long } = links(made);
      if (made.file) find("[data-create]").href = create;
      find("[data-issue]").href = issue;
      find(".sse-form__long").hidden = !long;
    }
    result.hidden = false;
    result.focus();
  }

  // Where the file or the message is proposed; what is too long for an address has to be pasted.
  function links(made) {
    const part = (name, text) => "&" + name + "=" + encodeURIComponent(text);
    const title = made.file && (made.value.title || made.value.versions[0].title);
    const create = data.create + encodeURIComponent(made.file);
    const given = made.file ? { title: title.en || title } : made.value;
    const issue = data.issue + Object.entries(given).map(([name, text]) => part(name, text)).join("");
    const whole = { create: create + part("value", made.text), issue: made.file ? issue + part("record", made.text) : issue };
    const long = (made.file && tooLong(whole.create)) || tooLong(whole.issue);
    return long ? { create, issue: made.file ? issue : data.issue, long } : { ...whole, long };
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear();
    const made = make(read());
    if (made.faults.length) tell(made.faults);
    else show(made);
  });
  form.querySelectorAll("[data-list]").forEach((list) => {
    if ("first" in list.dataset) addItem(list);
    list.querySelector("[data-add]").addEventListener("click", () => addItem(list).querySelector("input, select, textarea").focus());
  });
  putOptions(form);
  root.form = { make, read, faults: (value) => faults(data.rules, value, ""), links };
})();

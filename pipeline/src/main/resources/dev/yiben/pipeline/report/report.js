"use strict";
(() => {
  // Places in the array of a segment.
  const ID = 0, ROLE = 1, FATE = 2, REASON = 3, SOURCE = 4, TARGET = 5, CODES = 6, REQUESTS = 7,
    CONFIDENCE = 8, FINDINGS = 9, REVIEW = 10;
  const FATES = ["translated", "reused", "skipped", "kept-as-source"];
  const FATE_NAMES = {
    "translated": "translated", "reused": "reused", "skipped": "left as it is",
    "kept-as-source": "kept its source",
  };
  const RANK = { off: 0, info: 1, warning: 2, error: 3 };
  const SEVERITIES = ["error", "warning", "info"];
  const REASONS = {
    "repeat": "the same text before", "existing-translation": "a translation that the file has",
    "tm-context": "memory: same text, same neighbours", "tm-exact": "memory: same text",
    "already-translated": "has a translation", "no-letters": "no words",
  };
  const PAGE_SIZES = [50, 100, 250, 1000];
  const MOST_PRINTED = 2000;
  const MOST_ROWS = 100;
  const PLACEHOLDER = /⟦\/?\d{1,6}⟧/g;
  const MONGOLIAN = /[\u1800-\u18AF]/;

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const number = (value) => value.toLocaleString("en");
  const plural = (count, one, many) => number(count) + " " + (count === 1 ? one : many || one + "s");
  const share = (part, whole) => {
    if (!whole) return "0 %";
    const percent = 100 * part / whole;
    if (part && percent < 0.1) return "< 0.1 %";
    if (part < whole && percent > 99.9) return "> 99.9 %";
    return (Math.round(percent * 10) / 10).toLocaleString("en") + " %";
  };

  /** Makes an element; texts of documents become text nodes only. */
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "text") element.textContent = value;
      else if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function duration(seconds) {
    if (seconds < 1) return "< 1 s";
    const whole = Math.round(seconds);
    const days = Math.floor(whole / 86400), hours = Math.floor(whole / 3600) % 24;
    const minutes = Math.floor(whole / 60) % 60;
    if (days) return days + " d " + hours + " h";
    if (hours) return hours + " h " + minutes + " min";
    return minutes ? minutes + " min " + (whole % 60) + " s" : whole + " s";
  }

  function short(value) {
    if (value < 10000) return number(value);
    const [size, unit] = value < 1e6 ? [1e3, " k"] : value < 1e9 ? [1e6, " M"] : [1e9, " G"];
    return (value / size).toLocaleString("en", { maximumSignificantDigits: 3 }) + unit;
  }

  let languageNames = null;
  try {
    languageNames = new Intl.DisplayNames(["en"], { type: "language" });
  } catch (e) { /* Tags are shown instead. */ }
  function languageName(tag) {
    try {
      const name = languageNames ? languageNames.of(tag) : tag;
      return name === tag ? tag : name + " (" + tag + ")";
    } catch (e) {
      return tag;
    }
  }

  const fileName = (path) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const folderName = (path) => path.slice(0, path.length - fileName(path).length);
  const counting = (finding) => finding.length < 4;
  const plain = (marked) => typeof marked === "string" ? marked.replace(PLACEHOLDER, "") : "";

  // ---- What is known of a job beyond its data -------------------------------------------------

  for (const job of data.jobs) {
    const size = job.segments.length;
    job.fileOf = new Uint32Array(size);
    job.worst = new Uint8Array(size);
    job.fates = [0, 0, 0, 0];
    job.severities = { error: 0, warning: 0, info: 0, suppressed: 0 };
    job.checks = new Map();
    job.reasons = [new Map(), new Map(), new Map(), new Map()];
    job.attention = 0;
    job.withFindings = 0;
    job.texts = new Array(size);
    let index = 0;
    job.files.forEach((file, place) => {
      file.fates = [0, 0, 0, 0];
      file.severities = { error: 0, warning: 0, info: 0 };
      for (let end = index + file.segments; index < end; index++) {
        const segment = job.segments[index];
        job.fileOf[index] = place;
        job.fates[segment[FATE]]++;
        file.fates[segment[FATE]]++;
        if (segment[REASON] && segment[FATE] !== 3) {
          const reasons = job.reasons[segment[FATE]];
          reasons.set(segment[REASON], (reasons.get(segment[REASON]) || 0) + 1);
        }
        for (const finding of segment[FINDINGS]) {
          const [check, severity] = finding;
          if (!job.checks.has(check)) {
            job.checks.set(check, { error: 0, warning: 0, info: 0, suppressed: 0, files: new Set() });
          }
          const counts = job.checks.get(check);
          if (counting(finding)) {
            job.worst[index] = Math.max(job.worst[index], RANK[severity]);
            job.severities[severity]++;
            file.severities[severity]++;
            counts[severity]++;
          } else {
            job.severities.suppressed++;
            counts.suppressed++;
          }
          counts.files.add(place);
        }
        if (needsAttention(job, index)) job.attention++;
        if (segment[FINDINGS].length) job.withFindings++;
      }
    });
    job.termIndex = new Map();
    for (const term of job.terms) {
      if (term[4] && !term[5] && term[0]) {
        const first = term[0].toLowerCase().charAt(0);
        if (!job.termIndex.has(first)) job.termIndex.set(first, []);
        job.termIndex.get(first).push(term);
      }
    }
    for (const terms of job.termIndex.values()) terms.sort((a, b) => b[0].length - a[0].length);
  }

  function needsAttention(job, index) {
    return job.worst[index] >= RANK.warning || job.segments[index][FATE] === 3;
  }

  const none = () => ({ show: "all", query: "", severity: "", check: "", fate: "", file: "" });
  let jobNumber = 0;
  let job = data.jobs[0];
  let filter = none();
  let matches = [];
  let page = 0;
  let pageSize = 100;
  let current = -1;
  let allPrinted = false;

  // ---- Above the segments ---------------------------------------------------------------------

  function drawTitle() {
    const files = job.files;
    const planned = files.length > 0 && files.every((file) => file.status === "planned");
    const checked = files.some((file) => file.status === "checked");
    const what = planned ? "Translation plan" : checked ? "Translation check" : "Translation report";
    const names = files.length === 1 ? fileName(files[0].input) : plural(files.length, "file");
    const from = [...new Set(files.map((file) => file.language).filter(Boolean))];
    byId("title").textContent = what + ": " + names;
    byId("subtitle").textContent =
      (from.length === 1 ? languageName(from[0]) : from.length ? plural(from.length, "language") : "")
      + (from.length ? " → " : "Into ") + languageName(job.language)
      + (job.started ? " · " + day(job.started) : "");
    document.title = what + ": " + names + " → " + job.language;
  }

  function day(instant) {
    try {
      return new Date(instant).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
    } catch (e) {
      return instant;
    }
  }

  function drawJobs() {
    const nav = byId("jobs");
    nav.hidden = data.jobs.length < 2;
    nav.replaceChildren(...data.jobs.map((each, index) => make("button", {
      type: "button", "aria-pressed": String(index === jobNumber), text: languageName(each.language),
      onclick: () => { openJob(index); remember(); },
    })));
  }

  function verdict() {
    const failed = job.files.filter((file) => file.status === "failed").length;
    const planned = job.files.length > 0 && job.files.every((file) => file.status === "planned");
    const kept = job.fates[3], errors = job.severities.error, warnings = job.severities.warning;
    const parts = [];
    if (failed) parts.push(plural(failed, "file") + " failed");
    if (kept) parts.push(plural(kept, "segment") + " kept " + (kept === 1 ? "its" : "their") + " source");
    if (errors) parts.push(plural(errors, "error"));
    if (planned) return ["info", "This is a plan: nothing was asked or written."];
    if (parts.length) {
      if (warnings) parts.push(plural(warnings, "warning"));
      return ["error", parts.join(", ") + "."];
    }
    const all = job.files.some((file) => file.status === "checked")
      ? "All is there" : "All that should be translated is translated";
    if (warnings) return ["warning", all + ", with " + plural(warnings, "warning") + " to look at."];
    return ["good", all + ", and the checks found nothing to mend."];
  }

  function card(name, figure, note) {
    return make("div", { class: "card" }, make("dt", { text: name }),
      make("dd", {}, make("div", { class: "figure", text: figure }),
        note ? make("div", { class: "note", text: note }) : null));
  }

  function bar(counts, small, label) {
    const whole = counts.reduce((sum, count) => sum + count, 0);
    const element = make("div", { class: small ? "bar small" : "bar", role: "img", "aria-label": label });
    counts.forEach((count, fate) => {
      if (count) {
        const part = make("span", { class: "f-" + FATES[fate], title: FATE_NAMES[FATES[fate]] + ": " + number(count) });
        part.style.width = 100 * count / whole + "%";
        element.append(part);
      }
    });
    return element;
  }

  const spoken = (counts) => counts.map((count, fate) => number(count) + " " + FATE_NAMES[FATES[fate]]).join(", ");

  function characters() {
    const sums = [0, 0, 0, 0];
    const rules = new Map();
    let total = 0;
    for (const file of job.files) {
      if (!file.characters) continue;
      total += file.characters.total;
      sums[0] += file.characters.translated;
      sums[1] += file.characters.reused;
      sums[3] += file.characters["kept-as-source"];
      for (const [rule, count] of Object.entries(file.characters.skipped)) {
        sums[2] += count;
        rules.set(rule, (rules.get(rule) || 0) + count);
      }
    }
    return { total, sums, rules };
  }

  function drawSummary() {
    const [mood, words] = verdict();
    const cards = make("dl", { class: "cards" });
    const statuses = new Map();
    job.files.forEach((file) => statuses.set(file.status, (statuses.get(file.status) || 0) + 1));
    cards.append(card("Files", number(job.files.length),
      [...statuses].map(([status, count]) => number(count) + " " + status.replace(/-/g, " ")).join(", ")));
    cards.append(card("Segments", number(job.segments.length),
      number(job.segments.length - job.fates[2]) + " to translate"));
    const findings = job.severities.error + job.severities.warning + job.severities.info;
    cards.append(card("Findings", number(findings),
      SEVERITIES.filter((severity) => job.severities[severity])
        .map((severity) => severity === "info" ? number(job.severities.info) + " info" : plural(job.severities[severity], severity))
        .concat(job.severities.suppressed ? [number(job.severities.suppressed) + " suppressed"] : [])
        .join(" · ") || "none"));
    if (job.seconds !== undefined && job.estimatedSeconds === undefined) {
      const speed = job.usage.generated && job.seconds >= 1
        ? number(Math.round(job.usage.generated / job.seconds)) + " tokens/s out" : "";
      cards.append(card("Time", duration(job.seconds), speed));
    }
    if (job.estimatedSeconds !== undefined) {
      cards.append(card("Estimated time", duration(job.estimatedSeconds), "from a short trial"));
    }
    if (job.usage.requests) {
      const tokens = job.usage.prompt + job.usage.generated;
      cards.append(card("Tokens", short(tokens),
        short(job.usage.prompt) + " in"
        + (job.usage.cached ? " (" + share(job.usage.cached, job.usage.prompt) + " cached)" : "")
        + " · " + short(job.usage.generated) + " out"
        + (job.usage.thinking ? " (" + short(job.usage.thinking) + " thinking)" : "")));
      cards.append(card("Requests", number(job.usage.requests),
        job.files.length > 1 ? short(Math.round(tokens / job.usage.requests)) + " tokens each" : ""));
    }
    if (job.cost) cards.append(card(job.estimatedSeconds === undefined ? "Cost" : "Estimated cost", job.cost, ""));
    const section = byId("summary");
    section.replaceChildren(
      make("p", { class: "verdict " + mood, text: words }), cards);
    if (job.conversion) section.append(make("p", { class: "conversion", text: "The translations were " + job.conversion + "." }));
    if (job.segments.length) section.append(fateMeter());
    const covered = characters();
    if (covered.total) section.append(coverage(covered));
  }

  function fateMeter() {
    const legend = make("ul", { class: "legend" });
    job.fates.forEach((count, fate) => {
      if (count) {
        legend.append(make("li", {}, make("span", { class: "dot f-" + FATES[fate] }),
          make("button", {
            class: "link", type: "button", text: number(count) + " " + FATE_NAMES[FATES[fate]],
            onclick: () => choose({ fate: FATES[fate] }),
          })));
      }
    });
    return make("div", { class: "meter" },
      make("div", { class: "meter-head" }, make("span", { text: "Segments by what became of them" })),
      bar(job.fates, false, "Segments: " + spoken(job.fates)), legend);
  }

  function coverage(covered) {
    const meter = make("div", { class: "meter" },
      make("div", { class: "meter-head" },
        make("span", { text: "Coverage of the text, in characters" }),
        make("span", { text: share(covered.sums[0] + covered.sums[1], covered.total) + " in the target language" })),
      bar(covered.sums, false, "Characters: " + spoken(covered.sums)));
    const rows = [["Translated", covered.sums[0]], ["Reused", covered.sums[1]], ["Kept their source", covered.sums[3]]]
      .concat([...covered.rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => ["Left by rule: " + (REASONS[rule] || rule.replace(/-/g, " ")), count]))
      .filter((row) => row[1] > 0);
    rows.push(["In all", covered.total]);
    meter.append(make("details", {}, make("summary", { text: "Where every character went" }),
      make("div", { class: "scroll" }, table(["What became of it", "#Characters", "#Share"],
        rows.map(([name, count]) => [name, number(count), share(count, covered.total)])))));
    return meter;
  }

  /** Makes a table of texts and elements; a heading with # has numbers below it. */
  function table(headings, rows, label) {
    const numeric = headings.map((heading) => heading.startsWith("#"));
    return make("table", { "aria-label": label },
      make("thead", {}, make("tr", {}, ...headings.map((heading, column) => make("th", {
        scope: "col", class: numeric[column] ? "number" : null, text: heading.replace(/^#/, ""),
      })))),
      make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells.map((cell, column) => {
        const properties = { class: numeric[column] ? "number" : null, scope: column ? null : "row" };
        return cell instanceof Node
          ? make(column ? "td" : "th", properties, cell)
          : make(column ? "td" : "th", { ...properties, text: cell });
      })))));
  }

  /** Fills a section with a table of which only the first rows are shown until all are wanted. */
  function long(section, headings, items, row, label, most) {
    const shown = items.slice(0, most);
    const parts = [make("div", { class: "scroll" }, table(headings, shown.map(row), label))];
    if (items.length > most) {
      parts.push(make("p", { class: "more" }, make("button", {
        type: "button", text: "Show all " + number(items.length),
        onclick: () => section.replaceChildren(...long(section, headings, items, row, label, Infinity)),
      })));
    }
    return parts;
  }

  function severityBadges(counts) {
    const element = make("span", {});
    for (const severity of SEVERITIES) {
      if (counts[severity]) {
        element.append(make("span", {
          class: "badge " + severity,
          text: severity === "info" ? number(counts.info) + " info" : plural(counts[severity], severity),
        }));
      }
    }
    return element.childNodes.length ? element : "–";
  }

  function fileRow(file) {
    const place = job.files.indexOf(file);
    const name = make("div", {},
      file.segments
        ? make("button", { class: "link", type: "button", text: fileName(file.input), onclick: () => choose({ file: String(place) }) })
        : make("span", { text: fileName(file.input) }),
      folderName(file.input) ? make("div", { class: "path", text: folderName(file.input) }) : null,
      file.failure ? make("div", { class: "failure", text: file.failure }) : null);
    if (file.notices.length) {
      name.append(make("ul", { class: "notices" }, ...file.notices.map((notice) => make("li", { text: notice }))));
    }
    return [name, file.format || "–", make("span", { class: "badge " + file.status, text: file.status.replace(/-/g, " ") }),
      number(file.segments), bar(file.fates, true, spoken(file.fates)), severityBadges(file.severities),
      make("div", { class: "path", text: file.output })];
  }

  function drawFiles() {
    const section = byId("files");
    const box = make("div", {});
    box.append(...long(box, ["File", "Format", "Status", "#Segments", "Fates", "Findings", "Output"],
      job.files, fileRow, "Files", MOST_ROWS));
    section.replaceChildren(make("h2", { id: "files-heading", text: "Files" }), box);
  }

  function drawFindings() {
    const section = byId("findings");
    const checks = [...job.checks].sort(([a, x], [b, y]) =>
      y.error - x.error || y.warning - x.warning || y.info - x.info || (a < b ? -1 : 1));
    section.hidden = checks.length === 0;
    const known = data.checks || {};
    section.replaceChildren(make("h2", { id: "findings-heading", text: "Findings by check" }),
      make("div", { class: "scroll" }, table(["Check", "It finds", "Severity", "#Suppressed", "#Files"],
        checks.map(([check, counts]) => [
          make("button", { class: "link", type: "button", text: check, onclick: () => choose({ check }) }),
          known[check] || "–", severityBadges(counts), counts.suppressed ? number(counts.suppressed) : "–",
          number(counts.files.size)]), "Findings by check")));
  }

  let termKind = "";
  function drawTerms() {
    const section = byId("terms");
    section.hidden = job.terms.length === 0;
    const counts = { violated: 0, used: 0, unused: 0 };
    job.terms.forEach((term) => counts[term[3]]++);
    const kinds = ["violated", "used", "unused"].filter((kind) => counts[kind]);
    const chosen = counts[termKind] ? termKind : kinds[0];
    const tools = make("div", { class: "tools", role: "group", "aria-label": "Terms" }, ...kinds.map((kind) => make("button", {
      type: "button", "aria-pressed": String(kind === chosen), text: kind + " " + number(counts[kind]),
      onclick: () => { termKind = kind; drawTerms(); },
    })));
    const box = make("div", {});
    box.append(...long(box, ["Term", "Translation", "Note", "Use", "#Segments", "Where it is not honoured"],
      job.terms.filter((term) => term[3] === chosen), termRow, "Terms of the glossary", MOST_ROWS));
    section.replaceChildren(make("h2", { id: "terms-heading", text: "Terms of the glossary" }), tools, box);
  }

  function termRow(term) {
    const [source, target, note, kind, segments, regex, violations] = term;
    const links = make("span", {});
    violations.filter((index) => index >= 0).slice(0, 8).forEach((index, i) => {
      links.append(i ? ", " : "", make("a", { href: "#s" + jobNumber + "-" + index, text: "#" + number(index + 1) }));
    });
    if (violations.length > 8) links.append(" and " + number(violations.length - 8) + " more");
    const name = segments && !regex
      ? make("button", { class: "link", type: "button", dir: "auto", text: source, onclick: () => choose({ query: source }) })
      : make("span", { dir: "auto", text: source });
    return [name, make("span", { dir: "auto", lang: job.language, text: target }), note || "–",
      make("span", { class: "badge " + kind, text: kind }), number(segments),
      violations.length ? links : "–"];
  }

  function drawMade() {
    const section = byId("made");
    const list = job.made.slice();
    if (job.started) list.push(["Started", day(job.started)]);
    section.hidden = list.length === 0;
    const terms = make("dl", {});
    for (const [name, value] of list) terms.append(make("dt", { text: name }), make("dd", { text: value || "–" }));
    section.replaceChildren(make("h2", { id: "made-heading", text: "How it was made" }), terms);
  }

  // ---- Filters --------------------------------------------------------------------------------

  function option(value, text) {
    return make("option", { value, text });
  }

  function drawFilters() {
    byId("severity").replaceChildren(option("", "Any"),
      ...SEVERITIES.concat("suppressed").filter((severity) => job.severities[severity])
        .map((severity) => option(severity, severity + " (" + number(job.severities[severity]) + ")")));
    byId("check").replaceChildren(option("", "Any"),
      ...[...job.checks.keys()].sort().map((check) => option(check, check)));
    const fates = [option("", "Any")];
    job.fates.forEach((count, fate) => {
      if (!count) return;
      fates.push(option(FATES[fate], FATE_NAMES[FATES[fate]] + " (" + number(count) + ")"));
      for (const [reason, times] of [...job.reasons[fate]].sort((a, b) => b[1] - a[1])) {
        fates.push(option(FATES[fate] + "/" + reason, "\u2003" + (REASONS[reason] || reason) + " (" + number(times) + ")"));
      }
    });
    byId("fate").replaceChildren(...fates);
    byId("file").replaceChildren(option("", "All"),
      ...job.files.map((file, place) => option(String(place), file.input)).filter((each, place) => job.files[place].segments));
    drawShow();
  }

  function drawShow() {
    const choices = [["attention", "Needs attention", job.attention], ["findings", "With findings", job.withFindings],
      ["all", "All segments", job.segments.length]];
    byId("show").replaceChildren(...choices.map(([value, name, count]) => make("button", {
      type: "button", "aria-pressed": String(filter.show === value), text: name + " " + number(count),
      "data-show": value, onclick: () => { filter.show = value; apply(); },
    })));
    byId("query").value = filter.query;
    for (const name of ["severity", "check", "fate", "file"]) byId(name).value = filter[name];
  }

  /** Shows the segments of one choice, whatever was chosen before. */
  function choose(wanted) {
    filter = { ...none(), ...wanted };
    apply();
    byId("segments").scrollIntoView();
    byId("segments-heading").setAttribute("tabindex", "-1");
    byId("segments-heading").focus({ preventScroll: true });
  }

  function searchText(index) {
    if (job.texts[index] === undefined) {
      const segment = job.segments[index];
      job.texts[index] = [segment[ID], segment[REASON], plain(segment[SOURCE]), plain(segment[TARGET]),
        ...segment[FINDINGS].map((finding) => finding[0] + " " + finding[2])]
        .join("\n").normalize("NFKC").toLowerCase();
    }
    return job.texts[index];
  }

  function fits(index, query) {
    const segment = job.segments[index];
    if (filter.show === "attention" && !needsAttention(job, index)) return false;
    if (filter.show === "findings" && !segment[FINDINGS].length) return false;
    if (filter.file !== "" && job.fileOf[index] !== Number(filter.file)) return false;
    if (filter.fate) {
      const slash = filter.fate.indexOf("/");
      const fate = slash < 0 ? filter.fate : filter.fate.slice(0, slash);
      if (FATES[segment[FATE]] !== fate) return false;
      if (slash >= 0 && segment[REASON] !== filter.fate.slice(slash + 1)) return false;
    }
    if (filter.severity || filter.check) {
      const found = segment[FINDINGS].some((finding) =>
        (!filter.check || finding[0] === filter.check)
        && (!filter.severity
          || (filter.severity === "suppressed" ? !counting(finding) : counting(finding) && finding[1] === filter.severity)));
      if (!found) return false;
    }
    return !query || searchText(index).includes(query);
  }

  function search() {
    const query = filter.query.trim().normalize("NFKC").toLowerCase();
    matches = [];
    for (let index = 0; index < job.segments.length; index++) {
      if (fits(index, query)) matches.push(index);
    }
  }

  function apply() {
    current = -1;
    page = 0;
    search();
    drawShow();
    drawList();
    remember();
  }

  /** Keeps the choices in the address, so that it can be passed on. */
  function remember() {
    const state = new URLSearchParams();
    if (jobNumber) state.set("job", jobNumber);
    for (const [name, value] of Object.entries(filter)) {
      if (value !== "" && !(name === "show" && value === "all")) state.set(name, value);
    }
    if (page) state.set("page", page + 1);
    try {
      history.replaceState(null, "", "#?" + state);
    } catch (e) { /* The page works without. */ }
  }

  function restore() {
    const place = /^#s(\d+)-(\d+)$/.exec(location.hash);
    if (place && data.jobs[Number(place[1])] && data.jobs[Number(place[1])].segments[Number(place[2])]) {
      goTo(Number(place[1]), Number(place[2]));
      return true;
    }
    if (location.hash.startsWith("#?")) {
      const state = new URLSearchParams(location.hash.slice(2));
      const wanted = Number(state.get("job") || 0);
      if (data.jobs[wanted]) {
        openJob(wanted);
        for (const name of Object.keys(filter)) filter[name] = state.get(name) || none()[name];
        search();
        page = Math.min(Math.max(0, Number(state.get("page") || 1) - 1) || 0, lastPage());
        drawShow();
        drawList();
        return true;
      }
    }
    return false;
  }

  // ---- Segments -------------------------------------------------------------------------------

  const lastPage = () => Math.max(0, Math.ceil(matches.length / pageSize) - 1);

  function drawList() {
    const from = allPrinted ? 0 : page * pageSize;
    const to = Math.min(matches.length, allPrinted ? MOST_PRINTED : from + pageSize);
    byId("count").textContent = matches.length === 0
      ? "No segment fits"
      : (from + 1 === to ? number(to) : number(from + 1) + "–" + number(to)) + " of " + plural(matches.length, "segment")
        + (matches.length < job.segments.length ? " that fit, of " + number(job.segments.length) : "");
    const parts = [];
    let file = -1;
    for (let i = from; i < to; i++) {
      const index = matches[i];
      if (job.fileOf[index] !== file) {
        file = job.fileOf[index];
        parts.push(make("h3", { class: "file-heading", text: job.files[file].input }));
      }
      parts.push(row(index));
    }
    if (!parts.length) {
      parts.push(make("p", { class: "empty", text: job.segments.length ? "No segment fits these filters." : "There are no segments." }));
    }
    byId("list").replaceChildren(...parts);
    drawPager();
  }

  function drawPager() {
    const pager = byId("pager");
    pager.hidden = matches.length <= PAGE_SIZES[0];
    const turn = (to) => () => { page = to; current = -1; drawList(); remember(); byId("segments").scrollIntoView(); };
    const field = make("input", {
      type: "number", min: 1, max: lastPage() + 1, value: page + 1, id: "page",
      onchange: (event) => turn(Math.min(lastPage(), Math.max(0, Math.floor(Number(event.target.value)) - 1 || 0)))(),
    });
    const sizes = make("select", {
      id: "page-size", onchange: (event) => {
        const first = page * pageSize;
        pageSize = Number(event.target.value);
        turn(Math.floor(first / pageSize))();
      },
    }, ...PAGE_SIZES.map((size) => option(String(size), number(size))));
    sizes.value = String(pageSize);
    pager.replaceChildren(
      make("button", { type: "button", text: "Previous", disabled: page === 0, onclick: turn(page - 1) }),
      make("label", {}, "Page ", field, " of " + number(lastPage() + 1)),
      make("button", { type: "button", text: "Next", disabled: page >= lastPage(), onclick: turn(page + 1) }),
      make("span", { class: "space" }),
      make("label", {}, "Segments a page ", sizes));
  }

  function row(index) {
    const segment = job.segments[index];
    const file = job.files[job.fileOf[index]];
    const fate = FATES[segment[FATE]];
    const worst = ["", "info", "warning", "error"][job.worst[index]];
    const id = "s" + jobNumber + "-" + index;
    const head = make("div", { class: "segment-head" },
      make("a", { href: "#" + id, text: "#" + number(index + 1), "aria-label": "Link to segment " + (index + 1) }),
      make("span", { class: "badge " + fate, text: FATE_NAMES[fate] }),
      segment[REASON] ? make("span", { class: "reason", text: REASONS[segment[REASON]] || segment[REASON] }) : null,
      make("span", { text: segment[ROLE].replace(/-/g, " ") }),
      make("code", { text: segment[ID] }),
      segment[CONFIDENCE] ? make("span", { text: "confidence " + Math.round(segment[CONFIDENCE] * 100) + " %" }) : null,
      segment[REVIEW] ? make("span", { text: "second look: " + segment[REVIEW].replace(/-/g, " ") }) : null,
      segment[REQUESTS] > 1 ? make("span", { text: "asked " + segment[REQUESTS] + " times" }) : null);
    const codes = new Map();
    for (let i = 0; i < segment[CODES].length; i += 2) codes.set(segment[CODES][i], segment[CODES][i + 1]);
    const target = segment[TARGET] === 1 ? segment[SOURCE] : segment[TARGET];
    const [lost, extra] = typeof target === "string" ? differences(segment[SOURCE], target) : [[], []];
    const terms = termsIn(plain(segment[SOURCE]));
    const quoted = quotes(segment[FINDINGS]);
    const source = make("div", { class: "source", dir: "auto", lang: file.language || null });
    write(source, segment[SOURCE], codes, marks(terms.map((term) => term[0]), quoted), lost);
    const side = make("div", { class: "target", dir: "auto", lang: typeof target === "string" ? job.language : null });
    if (typeof target === "string") {
      write(side, target, codes, marks(terms.map((term) => term[1]), quoted), extra);
    } else {
      side.append(make("span", { class: "none", lang: "en", text: file.status === "planned" ? "not asked in a plan" : fate === "skipped" ? "left as it is" : "kept its source" }));
    }
    return make("article", {
      class: ["segment", fate, worst, index === current ? "current" : ""].join(" "), id, tabindex: "-1",
      "aria-label": "Segment " + (index + 1) + ", " + FATE_NAMES[fate],
    }, head, make("div", { class: "pair" }, source, side),
      segment[FINDINGS].length ? make("ul", { class: "segment-findings" }, ...segment[FINDINGS].map(findingItem)) : null);
  }

  function findingItem(finding) {
    const [check, severity, message, reason] = finding;
    return make("li", { class: counting(finding) ? severity : "suppressed" },
      make("span", { class: "badge " + (counting(finding) ? severity : ""), text: counting(finding) ? severity : "suppressed" }),
      make("button", { class: "link", type: "button", text: check, title: "Show all of " + check, onclick: () => choose({ check }) }),
      make("span", { class: "message", text: message + (counting(finding) ? "" : " (suppressed: " + reason + ")") }));
  }

  /** Returns the placeholders that only the one and only the other text has. */
  function differences(source, target) {
    const one = source.match(PLACEHOLDER) || [], other = target.match(PLACEHOLDER) || [];
    const rest = other.slice();
    const lost = one.filter((placeholder) => {
      const at = rest.indexOf(placeholder);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    return [lost, rest];
  }

  /** Returns what the messages of findings quote. */
  function quotes(findings) {
    const texts = new Set();
    for (const finding of findings) {
      for (const match of finding[2].matchAll(/["“]([^"“”]{1,200})["”]/g)) texts.add(match[1]);
      if (/number/i.test(finding[2])) {
        for (const match of finding[2].matchAll(/\d[\d.,]*\d|\d/g)) texts.add(match[0]);
      }
    }
    return [...texts];
  }

  const isWord = (character) => /[\p{L}\p{N}]/u.test(character) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u.test(character);

  /** Returns the terms of the glossary that stand in a source. */
  function termsIn(source) {
    const found = [];
    if (!job.termIndex.size) return found;
    const lower = source.toLowerCase();
    for (let i = 0; i < lower.length; i++) {
      for (const term of job.termIndex.get(lower.charAt(i)) || []) {
        if (lower.startsWith(term[0].toLowerCase(), i) && !(i > 0 && isWord(lower.charAt(i - 1)) && isWord(lower.charAt(i)))) {
          if (!found.includes(term)) found.push(term);
          break;
        }
      }
    }
    return found;
  }

  function marks(terms, quoted) {
    const all = [];
    const query = filter.query.trim();
    if (query) all.push([query, "found"]);
    quoted.forEach((text) => all.push([text, "hit"]));
    terms.filter(Boolean).forEach((text) => all.push([text, "term"]));
    return all;
  }

  /** Writes a marked text: codes as chips, and what is to be seen as marks. */
  function write(element, marked, codes, wanted, odd) {
    const strange = odd.slice();
    let end = 0;
    for (const match of marked.matchAll(PLACEHOLDER)) {
      writeRun(element, marked.slice(end, match.index), wanted);
      const at = strange.indexOf(match[0]);
      if (at >= 0) strange.splice(at, 1);
      writeCode(element, match[0], data.codes[codes.get(match[0])] || ["", ""], at >= 0);
      end = match.index + match[0].length;
    }
    writeRun(element, marked.slice(end), wanted);
    if (MONGOLIAN.test(marked)) element.classList.add("vertical");
  }

  function writeCode(element, placeholder, [original, text], lost) {
    const breaks = /[\n\u2028]/.test(text);
    const label = breaks ? "↵" : original.trim() || placeholder.slice(1, -1);
    element.append(make("span", {
      class: lost ? "chip lost" : "chip", text: label.length > 24 ? label.slice(0, 22) + "…" : label,
      title: (original || placeholder) + (lost ? "\n(only on this side)" : ""), translate: "no",
    }));
    if (breaks) element.append("\n");
  }

  function writeRun(element, text, wanted) {
    let lower = text.toLowerCase();
    if (lower.length !== text.length) lower = text;
    const taken = [];
    for (const [what, kind] of wanted) {
      const searched = what.toLowerCase();
      for (let at = lower.indexOf(searched); at >= 0 && taken.length < 1000; at = lower.indexOf(searched, at + searched.length)) {
        const to = at + searched.length;
        if (!taken.some((range) => at < range[1] && range[0] < to)) taken.push([at, to, kind]);
      }
    }
    taken.sort((a, b) => a[0] - b[0]);
    let end = 0;
    for (const [from, to, kind] of taken) {
      element.append(text.slice(end, from), make("mark", { class: kind, text: text.slice(from, to) }));
      end = to;
    }
    element.append(text.slice(end));
  }

  function goTo(wanted, index) {
    if (wanted !== jobNumber) openJob(wanted);
    let place = matches.indexOf(index);
    if (place < 0) {
      filter = none();
      search();
      drawShow();
      place = matches.indexOf(index);
    }
    current = index;
    page = Math.floor(place / pageSize);
    drawList();
    show(index);
  }

  function show(index) {
    const article = byId("s" + jobNumber + "-" + index);
    if (article) {
      article.scrollIntoView({ block: "center" });
      article.focus({ preventScroll: true });
    }
  }

  /** Makes the next or previous segment that fits the current one. */
  function step(by) {
    const place = current < 0 ? page * pageSize - (by > 0 ? 1 : 0) : matches.indexOf(current);
    const next = Math.min(matches.length - 1, Math.max(0, place + by));
    if (!matches.length) return;
    current = matches[next];
    const itsPage = Math.floor(next / pageSize);
    if (itsPage !== page) {
      page = itsPage;
      drawList();
    } else {
      document.querySelectorAll(".segment.current").forEach((article) => article.classList.remove("current"));
      byId("s" + jobNumber + "-" + current).classList.add("current");
    }
    show(current);
  }

  // ---- The page -------------------------------------------------------------------------------

  function openJob(index) {
    jobNumber = index;
    job = data.jobs[index];
    filter = { ...none(), show: job.attention ? "attention" : "all" };
    page = 0;
    current = -1;
    drawTitle();
    drawJobs();
    drawSummary();
    drawFiles();
    drawFindings();
    drawTerms();
    drawMade();
    drawFilters();
    search();
    drawList();
  }

  const THEMES = ["auto", "light", "dark"];
  function setTheme(theme) {
    if (theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
    byId("theme").textContent = "Theme: " + theme;
    byId("theme").onclick = () => {
      const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      setTheme(next);
      try {
        localStorage.setItem("yiben-theme", next);
      } catch (e) { /* It holds for this visit. */ }
    };
  }

  function storedTheme() {
    try {
      const stored = localStorage.getItem("yiben-theme");
      return THEMES.includes(stored) ? stored : "auto";
    } catch (e) {
      return "auto";
    }
  }

  let timer = 0;
  byId("query").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { filter.query = byId("query").value; apply(); }, 150);
  });
  for (const name of ["severity", "check", "fate", "file"]) {
    byId(name).addEventListener("change", (event) => {
      filter[name] = event.target.value;
      // A finding or fate that is wished may be none of those that need attention.
      if (filter[name]) filter.show = "all";
      apply();
    });
  }
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", () => { filter = none(); apply(); });
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", restore);
  window.addEventListener("beforeprint", () => { allPrinted = true; drawList(); });
  window.addEventListener("afterprint", () => { allPrinted = false; drawList(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") {
      event.preventDefault();
      byId("query").focus();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });
  setTheme(storedTheme());
  openJob(0);
  restore();
})();

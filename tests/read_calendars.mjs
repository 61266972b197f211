// What ical.js reads in calendars: `node read_calendars.mjs <ical.js> <folder> <file> …` prints JSON, a list for each file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , library, folder, ...files] = process.argv;
const ICAL = (await import(pathToFileURL(library).href)).default;

// A day as it is written; a time in UTC, by the zone that the file itself explains.
const moment = (time) => {
  if (!time) return "";
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
};

const read = (component) => {
  const first = (name) => component.getFirstPropertyValue(name);
  const language = (name) => component.getFirstProperty(name)?.getFirstParameter("language") ?? "";
  return {
    uid: first("uid"),
    start: moment(first("dtstart")),
    end: moment(first("dtend")),
    stamp: moment(first("dtstamp")),
    sequence: first("sequence") ?? null,
    status: first("status"),
    summary: first("summary"),
    description: first("description"),
    location: first("location") ?? "",
    url: first("url"),
    categories: component.getAllProperties("categories").flatMap((one) => one.getValues()),
    geo: first("geo") ?? null,
    language: language("description"),
  };
};

const found = files.map((file) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf-8")));
  return {
    name: calendar.getFirstPropertyValue("name") ?? "",
    refresh: calendar.getFirstPropertyValue("refresh-interval")?.toString() ?? "",
    events: calendar.getAllSubcomponents("vevent").map(read),
  };
});
process.stdout.write(JSON.stringify(found));

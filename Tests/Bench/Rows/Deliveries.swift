import Foundation
import Glibc

/// Durable deliveries a second, beside a C loop, Debian's webhook and nginx.
struct Deliveries {
  let place: Workplace
  let seconds: Int

  /// As the provider sends it: an answered call's, or one that nobody took.
  static func body(id: String, number: String) -> String {
    """
    {"call_id":"\(id)","caller":"\(number)","callee":"380440000009","status":"ANSWERED",\
    "date":"2026-11-20 11:11:11","call_duration":"50","waiting":"27","dialog":"23","type":"in",\
    "recording_wav":"https://app.ringostat.com/recordings/\(id).wav?token=abc","has_recording":"1",\
    "employee_fio":"Іван Іванов","department":"Сервіс","staffid":"1111","n_alias":"Сервіс",\
    "utm_source":"google","utm_medium":"cpc","utm_campaign":"brand"}
    """
  }

  /// Of a call that has just begun, as its id says: it stands at the top of the log.
  static func now(_ index: Int) -> String {
    let number = "38095\(1_000_000 + index * 7919 % 8_999_999)"
    return body(id: "ua0_-\(time(nil)).\(getpid())\(index)", number: number)
      .replacing(#""date":"2026-11-20 11:11:11","#, with: "")
  }

  /// For wrk: posts calls that have ended, each a new one.
  static func script(in place: Workplace) throws -> String {
    let script = place.path("delivery.lua")
    let body = Deliveries.body(id: "@", number: "#").replacing("\\", with: "\\\\")
    try """
    local thread = 0
    function setup(t) t:set("id", thread); thread = thread + 1 end
    function init() count = 0; math.randomseed(id + 1) end
    function request()
      count = count + 1
      local key = string.format("ua%d_-1790775458.%08d", id, count)
      local number = string.format("38050%07d", math.random(0, 9999999))
      local body = [[\(body)]]
      body = body:gsub("@", key):gsub("#", number)
      return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, body)
    end
    """.write(toFile: script, atomically: false, encoding: .utf8)
    return script
  }

  func figures() throws -> [Figure] {
    guard let wrk = Workplace.installed("wrk") else {
      return [Figure(what: "durable deliveries a second", ours: "wrk is not installed")]
    }
    let script = try Deliveries.script(in: place)
    var figures: [Figure] = []
    let store = place.path("deliveries.db")
    let ours = try Listener.run(store: store, in: place) { listener in
      let rate = try load(wrk, script, listener.port, listener.target)
      figures.append(try replyOnly(wrk, listener))
      return rate
    }
    let empty = place.path("cloop.db")
    let carbook = try Workplace.product("carbook")
    try Program.run([carbook, "links", "--store", empty], in: place)
    let limit =
      Double(
        try Program.run([Workplace.product("cloop"), store, empty], in: place)
          .trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    figures.insert(
      Figure(
        what: "durable deliveries a second (wrk, 64 connections)", ours: Report.count(ours),
        peer: "C loop \(Report.count(limit))", ratio: Report.ratio(ours / limit),
        target: "≥ 0.7", isMet: ours >= 0.7 * limit), at: 0)
    if let hook = try webhook(wrk, script) {
      figures.insert(
        Figure(
          what: "the same", ours: Report.count(ours),
          peer: "webhook and sqlite3 \(Report.count(hook))",
          ratio: Report.count(ours / hook) + " ×", target: "≥ 25 ×",
          isMet: ours >= 25 * hook), at: 1)
    }
    return figures
  }

  /// Answered with a good status, a second.
  private func load(
    _ wrk: String, _ script: String?, _ port: UInt16, _ target: String
  ) throws -> Double {
    let output = try Program.run(
      [wrk, "-t2", "-c64", "-d\(seconds)s"] + (script.map { ["-s", $0] } ?? [])
        + ["http://127.0.0.1:\(port)\(target)"], in: place)
    let bad = Deliveries.number(after: "Non-2xx or 3xx responses:", in: output) ?? 0
    let total = Deliveries.number(before: " requests in", in: output) ?? 0
    let rate = Deliveries.number(after: "Requests/sec:", in: output) ?? 0
    return total > 0 ? rate * (total - bad) / total : 0
  }

  private func replyOnly(_ wrk: String, _ listener: Listener) throws -> Figure {
    let ours = try load(wrk, nil, listener.port, "/health")
    var figure = Figure(
      what: "the same, reply only, nothing stored (`/health`)", ours: Report.count(ours),
      target: "shown")
    guard let nginx = Workplace.installed("nginx") else { return figure }
    let port = Listener.freePort()
    let configuration = place.path("nginx.conf")
    try """
    daemon off; worker_processes 1; pid \(place.path("nginx.pid")); error_log /dev/null;
    events { worker_connections 1024; }
    http { access_log off; client_body_temp_path \(place.path("body"));
      proxy_temp_path \(place.path("proxy")); fastcgi_temp_path \(place.path("fastcgi"));
      uwsgi_temp_path \(place.path("uwsgi")); scgi_temp_path \(place.path("scgi"));
      server { listen 127.0.0.1:\(port); location / { return 200 "ok"; } } }
    """.write(toFile: configuration, atomically: false, encoding: .utf8)
    let peer = try Program([nginx, "-c", configuration], in: place)
    try Program.wait(5) { (try? Sender(port: port, target: "/")) != nil }
    let rate = try load(wrk, nil, port, "/")
    peer.end()
    figure.peer = "nginx, return 200: \(Report.count(rate))"
    figure.ratio = Report.ratio(ours / rate)
    return figure
  }

  /// Nil where it is not installed.
  private func webhook(_ wrk: String, _ script: String) throws -> Double? {
    guard let webhook = Workplace.installed("webhook") else { return nil }
    let store = place.path("webhook.db")
    try Program.run(
      [
        "/usr/bin/sqlite3", store,
        "PRAGMA journal_mode=WAL; CREATE TABLE call (id TEXT PRIMARY KEY, number TEXT, body TEXT)",
      ], in: place)
    let command = place.path("store.sh")
    try """
    #!/bin/sh
    exec sqlite3 -cmd '.timeout 5000' \(store) "INSERT INTO call VALUES ('$1', '$2', '$3')"
    """.write(toFile: command, atomically: false, encoding: .utf8)
    chmod(command, 0o700)
    let hooks = place.path("hooks.json")
    try """
    [{"id": "call", "execute-command": "\(command)", "include-command-output-in-response": true,
      "pass-arguments-to-command": [{"source": "payload", "name": "call_id"},
        {"source": "payload", "name": "caller"}, {"source": "entire-payload"}]}]
    """.write(toFile: hooks, atomically: false, encoding: .utf8)
    let port = Listener.freePort()
    let peer = try Program(
      [webhook, "-ip", "127.0.0.1", "-port", "\(port)", "-hooks", hooks], in: place)
    defer { peer.end() }
    try Program.wait(5) { (try? Sender(port: port, target: "/")) != nil }
    return try load(wrk, script, port, "/hooks/call")
  }

  private static func number(after name: String, in text: String) -> Double? {
    let line = text.split(separator: "\n").first { $0.contains(name) }
    return line?.split(separator: ":").last.flatMap {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
  }

  static func number(before name: String, in text: String) -> Double? {
    let line = text.split(separator: "\n").first { $0.contains(name) }
    return line?.split(whereSeparator: \.isWhitespace).first.flatMap { Double($0) }
  }
}

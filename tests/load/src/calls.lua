-- Sends the calls of a file, each once; then says that there are no more.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init()
  calls, next_call, repeated = {}, 0, 0
  local file = io.open(os.getenv("KOO_LOAD_FOLDER") .. "/calls-" .. number, "r")
  local headers = { ["Content-Type"] = "application/json;charset=utf8" }
  for path in file:lines() do
    calls[#calls + 1] = wrk.format("POST", path, headers, file:read("*l"))
  end
  file:close()
end

function request()
  next_call = next_call + 1
  if next_call > #calls then
    next_call, repeated = 1, repeated + #calls
  end
  return calls[next_call]
end

function done(summary, latency)
  local errors, again = summary.errors, 0
  for _, thread in ipairs(threads) do
    again = again + thread:get("repeated")
  end
  print(string.format("figures %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout, again))
end

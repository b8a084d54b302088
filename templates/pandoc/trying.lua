-- Quick ways that know what our documents have, and give up on all else, which pandoc then does.

local UNKNOWN = {}

local function give_up() error(UNKNOWN, 0) end

-- Gives true and what a function gives, or false where it gave up; what goes wrong otherwise is passed on.
local function tried(call, ...)
  local fine, found = pcall(call, ...)
  if not fine and found ~= UNKNOWN then error(found, 0) end
  return fine, found
end

return { give_up = give_up, tried = tried }

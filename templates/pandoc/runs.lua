-- The quick reader of runs of text: what our templates and answers write, and nil for all else.

local make = ...
local LINE, link, image, span, strong, emph = make.LINE, make.link, make.image, make.span, make.strong, make.emph

-- Whether what stands beside a delimiter is a space, punctuation or a letter; nil where that is not certain.
local function kind_before(text, at)
  if at < 1 then return "space" end
  local char = text:sub(utf8.offset(text, 0, at), at)
  if char:find("^[ \t\n]$") or char == "\u{a0}" then return "space" end
  if char:find("^[%w]$") then return "letter" end
  if #char == 1 then return "mark" end
  local code = utf8.codepoint(char)
  return code >= 0xC0 and code <= 0x24F and code ~= 0xD7 and code ~= 0xF7 and "letter" or nil
end

local function kind_after(text, at)
  if at > #text then return "space" end
  local last = utf8.offset(text, 2, at)
  return kind_before(text, (last or #text + 1) - 1)
end

-- Whether a run of asterisks opens ("open") or closes ("close"); nil where it may be either, or neither.
local function turn(text, from, to)
  local before, after = kind_before(text, from - 1), kind_after(text, to + 1)
  if before == "space" then return after ~= "space" and "open" or nil end
  if after == "space" then return "close" end
  if not before or not after then return nil end
  if before == after then return nil end
  return before == "mark" and "open" or "close"
end

local function attribute_list(text)
  local attr = { classes = {}, pairs = {} }
  local at = 1
  while true do
    at = text:match("^%s*()", at)
    if at > #text then return attr end
    local class, past = text:match("^%.([%w_-]+)()", at)
    if class then
      table.insert(attr.classes, class)
    else
      local id
      id, past = text:match("^#([%w_:.-]+)()", at)
      if id then
        attr.id = id
      else
        local key, value
        key, value, past = text:match('^([%a_:][%w_:.-]*)="([^"\\&]*)"()', at)
        if not key then key, value, past = text:match("^([%a_:][%w_:.-]*)=([%w_:.-]+)()", at) end
        if not key then return nil end
        table.insert(attr.pairs, { key, value })
      end
    end
    at = past
  end
end

local function unescaped(text) return (text:gsub("\\(%p)", "%1")) end

-- The target behind a link's text: its address and where the text goes on; nil for what we do not write.
local function target_at(text, at)
  local address, past = text:match("^%(<([^<>\n]*)>%)()", at)
  if not address then address, past = text:match("^%(([^%s()<>]+)%)()", at) end
  if not address or address:find("&", 1, true) and not address:find("\\&", 1, true) then return nil end
  return unescaped(address), past
end

local SPECIAL = "[\\*_%[%]<`!&{}~^$|\n]"

local Reader = {}
Reader.__index = Reader

function Reader:text(piece) self.buffer[#self.buffer + 1] = piece end

function Reader:flush()
  if #self.buffer > 0 then
    self.out[#self.out + 1] = table.concat(self.buffer)
    self.buffer = {}
  end
end

function Reader:put(piece)
  self:flush()
  self.out[#self.out + 1] = piece
end

-- Reads to the end of the text, or to the closing mark that is waited for. Gives the pieces and where it stopped; nil
-- for anything that our templates and answers do not write, which pandoc's own reader is asked about.
local function read(text, at, waiting)
  local self = setmetatable({ out = {}, buffer = {} }, Reader)
  while true do
    local found = text:find(SPECIAL, at)
    if not found then
      if waiting then return nil end
      if at <= #text then self:text(text:sub(at)) end
      self:flush()
      return self.out, #text + 1
    end
    if found > at then self:text(text:sub(at, found - 1)) end
    local char = text:sub(found, found)
    if char == "\n" then
      self:text(" ")
      at = found + 1
    elseif char == "\\" then
      local following = text:sub(found + 1, found + 1)
      if following == "\n" then
        self:put(LINE)
        at = found + 2
      elseif following:find("^%p$") then
        self:text(following)
        at = found + 2
      else
        self:text("\\")
        at = found + 1
      end
    elseif char == "*" then
      local past = text:match("^%*+()", found)
      local mark = text:sub(found, past - 1)
      local direction = turn(text, found, past - 1)
      if #mark > 2 or not direction then return nil end
      if direction == "close" then
        if mark ~= waiting then return nil end
        self:flush()
        return self.out, past
      end
      local inside, after = read(text, past, mark)
      if not inside or #inside == 0 then return nil end
      self:put(mark == "**" and strong(inside) or emph(inside))
      at = after
    elseif char == "]" then
      if waiting ~= "]" then return nil end
      self:flush()
      return self.out, found + 1
    elseif char == "[" or char == "!" then
      local picture = char == "!"
      if picture and text:sub(found + 1, found + 1) ~= "[" then return nil end
      local inside, after = read(text, found + (picture and 2 or 1), "]")
      if not inside then return nil end
      local address, past = target_at(text, after)
      local list, behind = text:match("^{([^{}\n]*)}()", past or after)
      local attr = list and attribute_list(list)
      if list and not attr or not address and (picture or not attr) then return nil end
      if picture then
        self:put(image(inside, address, attr))
      else
        self:put(address and link(inside, address, attr) or span(inside, attr))
      end
      at = behind or past
    else
      return nil
    end
  end
end

-- Every run of spaces becomes one, and none stands at the end or the beginning of a line; nil where two at the end of a
-- line mean something.
local function evened(text)
  text = text:match("^%s*(.-)%s*$")
  if not text:find("[ \t][ \t\n]") and not text:find("[\n\t]") then return text end
  if text:find("  \n") or text:find("{", 1, true) then return nil end
  return (text:gsub("[ \t]+", " "):gsub(" ?\n ?", "\n"))
end

local function of_markdown(text)
  local even = evened(text)
  if not even then return nil end
  if not even:find(SPECIAL) then return { even } end
  return (read(even, 1, nil))
end

return { attribute_list = attribute_list, of_markdown = of_markdown }

-- Runs of text: read from our own Markdown, or from what pandoc read, and written as pandoc's JSON.
--
-- A run is a list of pieces: a string is text; a table is a line break (`line`), something around other pieces (`open`
-- and `close`, the JSON before and behind them, and `inside`), or JSON as it is (`json`).

local LINE = { line = true }
local NONE = '["",[],[]]'

-- JSON ----------------------------------------------------------------------------------------------------------------

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function escaped(char) return ESCAPES[char] or string.format("\\u%04x", char:byte()) end

local function quoted(text)
  if not text:find('[%c"\\\127]') then return '"' .. text .. '"' end
  return '"' .. text:gsub('[%c"\\\127]', escaped) .. '"'
end

local function attributes(attr)
  if not attr then return NONE end
  local classes, pairs_ = {}, {}
  for index, class in ipairs(attr.classes or {}) do classes[index] = quoted(class) end
  for index, pair in ipairs(attr.pairs or {}) do pairs_[index] = "[" .. quoted(pair[1]) .. "," .. quoted(pair[2]) .. "]" end
  return "[" .. quoted(attr.id or "") .. ",[" .. table.concat(classes, ",") .. "],[" .. table.concat(pairs_, ",") .. "]]"
end

local SPACE = '{"t":"Space"}'

local function text_json(text) return '{"t":"Str","c":' .. quoted(text) .. "}" end

-- How a text is parted: not at all; the first word from the rest, for a writer that guards what begins a line; or each
-- word by itself, for one that breaks and guards every one.
local PARTED = {
  whole = function(text, out) out[#out + 1] = text_json(text) end,
  first = function(text, out)
    local word, rest = text:match("^([^ ]+) (.+)$")
    if not word then
      out[#out + 1] = text_json(text)
    else
      out[#out + 1], out[#out + 2], out[#out + 3] = text_json(word), SPACE, text_json(rest)
    end
  end,
  words = function(text, out)
    for space, word in text:gmatch("( ?)([^ ]*)") do
      if space ~= "" then out[#out + 1] = SPACE end
      if word ~= "" then out[#out + 1] = text_json(word) end
    end
  end,
}

-- Writes pieces; parted: one of the ways above.
local function encoded(pieces, parted)
  local out = {}
  local part = PARTED[parted]
  for _, piece in ipairs(pieces) do
    if type(piece) == "string" then
      part(piece, out)
    elseif piece.line then
      out[#out + 1] = '{"t":"LineBreak"}'
    else
      out[#out + 1] = piece.json or (piece.open .. encoded(piece.inside, parted) .. piece.close)
    end
  end
  return table.concat(out, ",")
end

-- Making pieces -------------------------------------------------------------------------------------------------------

local function strong(inside) return { open = '{"t":"Strong","c":[', close = "]}", inside = inside } end
local function emph(inside) return { open = '{"t":"Emph","c":[', close = "]}", inside = inside } end

local function link(inside, target, attr, title)
  local close = "],[" .. quoted(target) .. "," .. quoted(title or "") .. "]]}"
  return { open = '{"t":"Link","c":[' .. attributes(attr) .. ",[", close = close, inside = inside, target = target }
end

local function image(inside, target, attr)
  local close = "],[" .. quoted(target) .. ',""]]}'
  return { open = '{"t":"Image","c":[' .. attributes(attr) .. ",[", close = close, inside = inside, image = target }
end

local function span(inside, attr)
  return { open = '{"t":"Span","c":[' .. attributes(attr) .. ",[", close = "]]}", inside = inside }
end

-- What a reader reads: no marks, a line break as a space.
local function plain(pieces)
  local out = {}
  for index, piece in ipairs(pieces) do
    out[index] = type(piece) == "string" and piece or piece.line and " " or piece.inside and plain(piece.inside) or piece.text or ""
  end
  return table.concat(out)
end

-- The same pieces with another in the place of each line break.
local function on_one_line(pieces, between)
  local out = {}
  for index, piece in ipairs(pieces) do
    if type(piece) == "table" and piece.line then
      out[index] = between
    elseif type(piece) == "table" and piece.inside then
      out[index] = { open = piece.open, close = piece.close, inside = on_one_line(piece.inside, between) }
    else
      out[index] = piece
    end
  end
  return out
end

-- Reading our Markdown ------------------------------------------------------------------------------------------------

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

-- What pandoc read -----------------------------------------------------------------------------------------------------

local function attr_of(element)
  local attr = { id = element.identifier, classes = element.classes, pairs = {} }
  for key, value in pairs(element.attributes) do table.insert(attr.pairs, { key, value }) end
  return attr
end

local of_pandoc

local SCHEMES = { "^https?:", "^mailto:", "^tel:", "^#" }

local function passes(target)
  for _, scheme in ipairs(SCHEMES) do
    if target:lower():match(scheme) then return true end
  end
  return false
end

-- What is passed on as it is holds no picture, no raw markup and no link that we do not allow.
local SAFE = {
  RawBlock = function() return {} end,
  RawInline = function() return {} end,
  Image = function(one) return one.caption end,
  Link = function(one) if not passes(one.target) then return one.content end end,
}

local function safe(blocks) return pandoc.Blocks(blocks):walk(SAFE) end

local function json_of(inline)
  local written = pandoc.write(pandoc.Pandoc(safe({ pandoc.Plain({ inline }) })), "json")
  return written:match('"blocks":%[{"t":"Plain","c":%[(.*)%]}%]}$')
end

local MAKERS = {
  Str = function(one) return one.text end,
  Space = function() return " " end,
  SoftBreak = function() return " " end,
  LineBreak = function() return LINE end,
  Strong = function(one) return strong(of_pandoc(one.content)) end,
  Emph = function(one) return emph(of_pandoc(one.content)) end,
  Link = function(one) return link(of_pandoc(one.content), one.target, attr_of(one), one.title) end,
  Image = function(one) return image(of_pandoc(one.caption), one.src, attr_of(one)) end,
  Span = function(one) return span(of_pandoc(one.content), attr_of(one)) end,
  RawInline = function() return nil end,
}

function of_pandoc(inlines)
  local out = {}
  for _, inline in ipairs(inlines) do
    local make = MAKERS[inline.tag]
    local piece
    if make then
      piece = make(inline)
    else
      piece = { json = json_of(inline), text = pandoc.utils.stringify(inline) }
    end
    if type(piece) == "string" and type(out[#out]) == "string" then
      out[#out] = out[#out] .. piece
    elseif piece then
      out[#out + 1] = piece
    end
  end
  return out
end

return {
  attributes = attributes, attribute_list = attribute_list, attr_of = attr_of, encoded = encoded, link = link,
  of_markdown = of_markdown, of_pandoc = of_pandoc, on_one_line = on_one_line, passes = passes,
  plain = plain, safe = safe, quoted = quoted,
  strong = strong, emph = emph, NONE = NONE,
}

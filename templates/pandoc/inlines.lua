-- Runs of text: read from our own Markdown, or from what pandoc read, and written as pandoc's JSON.
--
-- A run is a list of pieces: a string is text; a table is a line break (`line`), something around other pieces (`tag`,
-- `inside` and what belongs to it, such as `attr` and `target`), raw markup (`format`, `raw`), or JSON as it is (`json`).

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

-- A run of text that a writer takes at once: pandoc's for typst takes four times as long for one twice as long.
local RUN = 400

-- How a text is parted: not at all; the first word from the rest, for a writer that guards what begins a line, and the
-- rest in runs; or each word by itself, for one that breaks and guards every one.
local PARTED = {
  whole = function(text, out) out[#out + 1] = text_json(text) end,
  first = function(text, out)
    local space = text:find(" [^ ]", 2)
    while space do
      out[#out + 1], out[#out + 2] = text_json(text:sub(1, space - 1)), SPACE
      text = text:sub(space + 1)
      space = text:find(" [^ ]", RUN)
    end
    out[#out + 1] = text_json(text)
  end,
  words = function(text, out)
    for space, word in text:gmatch("( ?)([^ ]*)") do
      if space ~= "" then out[#out + 1] = SPACE end
      if word ~= "" then out[#out + 1] = text_json(word) end
    end
  end,
}

local encoded

local function around(tag, attr, inside, rest) return '{"t":"' .. tag .. '","c":[' .. attr .. ",[" .. inside .. "]" .. rest .. "]}" end

local INSIDE = {
  Strong = function(_, inside) return '{"t":"Strong","c":[' .. inside .. "]}" end,
  Emph = function(_, inside) return '{"t":"Emph","c":[' .. inside .. "]}" end,
  Span = function(piece, inside) return around("Span", attributes(piece.attr), inside, "") end,
  Link = function(piece, inside)
    return around("Link", attributes(piece.attr), inside, ",[" .. quoted(piece.target) .. "," .. quoted(piece.title or "") .. "]")
  end,
  Image = function(piece, inside) return around("Image", attributes(piece.attr), inside, ",[" .. quoted(piece.image) .. ',""]') end,
  Bare = function(_, inside) return inside end,
}

-- Writes pieces; parted: one of the ways above.
function encoded(pieces, parted)
  local out = {}
  local part = PARTED[parted]
  for _, piece in ipairs(pieces) do
    if type(piece) == "string" then
      part(piece, out)
    elseif piece.line then
      out[#out + 1] = '{"t":"LineBreak"}'
    elseif piece.raw then
      out[#out + 1] = '{"t":"RawInline","c":[' .. quoted(piece.format) .. "," .. quoted(piece.raw) .. "]}"
    else
      out[#out + 1] = piece.json or INSIDE[piece.tag](piece, encoded(piece.inside, parted))
    end
  end
  return table.concat(out, ",")
end

-- Making pieces -------------------------------------------------------------------------------------------------------

local function strong(inside) return { tag = "Strong", inside = inside } end
local function emph(inside) return { tag = "Emph", inside = inside } end
local function span(inside, attr) return { tag = "Span", inside = inside, attr = attr } end
local function image(inside, target, attr) return { tag = "Image", inside = inside, image = target, attr = attr } end
local function raw(format, text) return { format = format, raw = text } end

local function link(inside, target, attr, title)
  return { tag = "Link", inside = inside, target = target, attr = attr, title = title }
end

-- The same piece around others.
local function with_inside(piece, inside) return setmetatable({ inside = inside }, { __index = piece }) end

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
      out[index] = with_inside(piece, on_one_line(piece.inside, between))
    else
      out[index] = piece
    end
  end
  return out
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

local quick = assert(loadfile(pandoc.path.join({ HERE, "runs.lua" })))({
  LINE = LINE, emph = emph, image = image, link = link, span = span, strong = strong,
})

return {
  attributes = attributes, attribute_list = quick.attribute_list, attr_of = attr_of, encoded = encoded, link = link,
  of_markdown = quick.of_markdown, of_pandoc = of_pandoc, on_one_line = on_one_line, passes = passes,
  plain = plain, safe = safe, quoted = quoted,
  raw = raw, span = span, strong = strong, emph = emph, with_inside = with_inside, NONE = NONE,
}

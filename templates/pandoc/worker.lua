-- A worker that stays: it reads a document once and writes it in as many formats as are asked for, until its input ends.
--
-- A question is a line with the lengths of its parts, and the parts: a head in JSON (`format`, as pandoc names its writer,
-- `template`, `reference`, `word`, `foreign`, `lang`, `meta`, and the names of `pictures`), and the Markdown. An answer is
-- "ok" or "err" with the lengths of its parts, and the parts: the file, and of a Word file what belongs in it. Where a stream is no stream of bytes (on Windows) parts are hexadecimal.

HERE = pandoc.path.directory(arg[0])
DIALECT = arg[1]
BLOCKS = dofile(pandoc.path.join({ HERE, "blocks.lua" }))
local filter = dofile(pandoc.path.join({ HERE, "filter.lua" }))
local html = dofile(pandoc.path.join({ HERE, "html.lua" }))
local docx = dofile(pandoc.path.join({ HERE, "docx.lua" }))
local hexadecimal = arg[2] == "hex"
local quoted = BLOCKS.inlines.quoted

local function receive(length)
  if length == 0 then return "" end -- to read nothing would wait for more than was sent
  local part = io.read(hexadecimal and length * 2 or length) or ""
  if hexadecimal then part = part:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end) end
  if #part ~= length then os.exit(0) end
  return part
end

local function send(state, ...)
  local parts, said = { ... }, { state }
  for index, part in ipairs(parts) do
    said[#said + 1] = #part
    if hexadecimal then parts[index] = part:gsub(".", function(char) return string.format("%02x", char:byte()) end) end
  end
  io.write(table.concat(said, " "), "\n", table.unpack(parts))
  io.flush()
end

-- Templates and texts are kept: a batch asks for the same template all the time, and for a text once a format.
local compiled, last_text, last_blocks = {}, nil, nil

local function template(path)
  if not compiled[path] then
    local file = assert(io.open(path, "rb"))
    compiled[path] = pandoc.template.compile(file:read("a"), path)
    file:close()
  end
  return compiled[path]
end

local function tree(markdown)
  if markdown ~= last_text then last_text, last_blocks = markdown, (BLOCKS.read(markdown)) end
  return last_blocks
end

local function metadata(properties)
  local meta = {}
  for name, value in pairs(properties) do meta[name] = '{"t":"MetaString","c":' .. quoted(value) .. "}" end
  return meta
end

-- How each writer wants its runs of text.
local PARTED = { gfm = "words", typst = "first" }

local function chapters(blocks)
  local found = { {} }
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == 2 then found[#found + 1] = {} end
    table.insert(found[#found], block)
  end
  return found
end

-- Chapters that were written, by their JSON: most are the same after an edit, and the rules of law are in every plan.
local written, count = {}, 0
local MOST = 400

local function by_pandoc(json, writer)
  local key = writer .. json
  if not written[key] then
    if count >= MOST then written, count = {}, 0 end
    written[key], count = pandoc.write(pandoc.read(json, "json"), writer, { wrap_text = "none" }), count + 1
  end
  return written[key]
end

local function chapter(blocks, writer)
  return #blocks > 0 and by_pandoc(BLOCKS.document(blocks, {}, "words"), writer) or nil
end

local function block(one, writer)
  return html.written(one) or by_pandoc(BLOCKS.document({ one }, {}, "whole"), writer)
end

local function body(parts, one, writer)
  local out = {}
  for _, part in ipairs(parts) do out[#out + 1] = one(part, writer) end
  return table.concat(out, "\n")
end

local function read(blocks, meta, parted) return pandoc.read(BLOCKS.document(blocks, meta, parted or "whole"), "json") end

-- A document of pandoc's own: long raw blocks are handed over as they are, and all else as JSON.
local function packed(blocks, meta)
  local document, out = read({}, meta), pandoc.Blocks({})
  for _, one in ipairs(blocks) do
    if one.tag == "Raw" then out:insert(pandoc.RawBlock(one.format, one.text)) else out:extend(read({ one }, {}).blocks) end
  end
  document.blocks = out
  return document
end

-- Stands in a page for what is in it: pandoc takes its time with a long text, and no answer can say this.
local PLACE = "<!-- body -->"

-- How a file is made of blocks that are ready for its format.
local FILES = {
  html = function(blocks, head, options, listing)
    local text = body(blocks, block, head.format)
    if head.template == "" then return text end
    local meta = metadata(head.meta)
    meta.listing = '{"t":"MetaBlocks","c":' .. BLOCKS.bracketed({ listing }, "whole") .. "}"
    local page = pandoc.write(packed({ { tag = "Raw", format = "html", text = PLACE } }, meta), head.format, options)
    local from, to = page:find(PLACE, 1, true)
    return from and page:sub(1, from - 1) .. text .. page:sub(to + 1) or page
  end,
  gfm = function(blocks, head) return body(chapters(blocks), chapter, head.format) end,
  docx = function(blocks, head, options)
    return docx.made(blocks, head, function(parts, properties)
      return pandoc.write(packed(parts, metadata(properties)), head.format, options)
    end)
  end,
}

local function by_pandoc_alone(format)
  return function(blocks, head, options)
    return pandoc.write(read(blocks, metadata(head.meta), PARTED[format]), head.format, options)
  end
end

local function made(head, markdown)
  local pictures = {}
  for _, name in ipairs(head.pictures) do pictures[name] = true end
  local format = head.format:match("^%a+")
  local wish = { format = format, word = head.word, pictures = pictures, foreign = head.foreign, lang = head.lang }
  local blocks, listing = filter.filtered(tree(markdown), wish)
  local options = { wrap_text = "none" }
  if head.template ~= "" then options.template = template(head.template) end
  if head.reference ~= "" then options.reference_doc = head.reference end
  return (FILES[format] or by_pandoc_alone(format))(blocks, head, options, listing)
end

local function lengths(line)
  local found = {}
  for number in line:gmatch("%d+") do found[#found + 1] = tonumber(number) end
  return found
end

for line in io.lines() do
  local parts = {}
  for index, length in ipairs(lengths(line)) do parts[index] = receive(length) end
  local found = table.pack(pcall(function()
    return made(pandoc.json.decode(parts[1], false), parts[2])
  end))
  if found[1] then send("ok", table.unpack(found, 2, found.n)) else send("err", tostring(found[2])) end
end

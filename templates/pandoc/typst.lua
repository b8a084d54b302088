-- For typst: tables and divisions as calls of the functions in plan.typ, and long words that may break.

local inlines = BLOCKS.inlines

local function code(text) return { tag = "Raw", format = "typst", text = text } end

-- Lists of blocks as the arguments of a function.
local function called(name, ...)
  local out = { code("#" .. name .. "[") }
  for position, blocks in ipairs({ ... }) do
    if position > 1 then out[#out + 1] = code("][") end
    for _, block in ipairs(blocks) do out[#out + 1] = block end
  end
  out[#out + 1] = code("]")
  return out
end

-- A call as a block of its own.
local function block(name, ...) return { tag = "Div", attr = {}, blocks = called(name, ...) } end

local function tabel(tab, type)
  local shares, texts = {}, { { { tag = "Plain", text = tab.caption } } }
  for index, width in ipairs(tab.widths) do shares[index] = string.format("%.4f", width) end
  for _, row in ipairs({ tab.heads, table.unpack(tab.rows) }) do
    for _, cell in ipairs(row) do texts[#texts + 1] = cell end
  end
  return called(string.format('tabel((%s,), "%s")', table.concat(shares, ", "), type or ""), table.unpack(texts))
end

local function raw(text) return inlines.raw("typst", text) end

local LONG, LONGEST = 16, 32
local ANY_LONG = ("[^ ]"):rep(LONG)

-- The parts of a long word; nil where it need not break. Where it has marks of an address it breaks behind these, and
-- anywhere where it has none; nothing is copied with the text, and no hyphen is added to an address.
local function parts_of(word)
  if #word < LONG then return nil end
  local out, part, length, marks = {}, "", 0, false
  for _, point in utf8.codes(word, true) do
    local letter = utf8.char(point)
    part, length = part .. letter, length + 1
    local mark = letter:match("[@/._=&?]")
    if mark and length > 2 or length >= LONGEST then
      out[#out + 1], out[#out + 2] = part, raw("#h(0.01pt)")
      part, length, marks = "", 0, marks or mark
    end
  end
  if part ~= "" then out[#out + 1] = part end
  if #out < 2 then return nil end
  return marks and { raw("#address["), out, raw("]") } or { out }
end

-- Pandoc writes a curved apostrophe as a straight one, and would have typst bend it by its place.
local CURVED = "\u{2019}"

local function put(out, piece)
  if type(piece) ~= "string" then
    out[#out + 1] = piece
    return
  end
  local before, after = piece:match("^(.-)" .. CURVED .. "(.*)$")
  if before then
    put(out, before)
    out[#out + 1] = raw(CURVED)
    return put(out, after)
  end
  if piece == "" then return end
  if type(out[#out]) == "string" then piece = table.remove(out) .. piece end
  out[#out + 1] = piece
end

local breaking

local function broken(text, out)
  for space, word in text:gmatch("( ?)([^ ]*)") do
    local parts = parts_of(word)
    put(out, space)
    for _, one in ipairs(parts or { word }) do
      for _, piece in ipairs(type(one) == "table" and not one.raw and one or { one }) do
        put(out, piece)
      end
    end
  end
end

-- A run of text whose long words and addresses may break, each letter as it was typed; the same run where none of it is
-- written otherwise.
function breaking(pieces)
  local out, changed = {}, false
  for _, piece in ipairs(pieces) do
    if type(piece) == "string" then
      if piece:find(ANY_LONG) then
        broken(piece, out)
        changed = true
      else
        put(out, piece)
        changed = changed or piece:find(CURVED, 1, true)
      end
    elseif piece.inside then
      local inside = breaking(piece.inside)
      changed = changed or inside ~= piece.inside
      put(out, inlines.with_inside(piece, inside))
    else
      put(out, piece)
    end
  end
  return changed and out or pieces
end

return { block = block, code = code, raw = raw, breaking = breaking, called = called, tabel = tabel }

-- What stays on one line: the number of a section, and the digits of a telephone number.

local inlines = BLOCKS.inlines

local function section(text)
  if not text:find("§", 1, true) then return text end
  text = text:gsub("(§) (%d)", "%1\u{a0}%2"):gsub("(§[^ %d]*%d+) (%l%f[^%l])", "%1\u{a0}%2")
  return (text:gsub("%f[%a](stk%.) (%d)", "%1\u{a0}%2"):gsub("%f[%a](nr%.) (%d)", "%1\u{a0}%2"))
end

local function digits(text) return (text:gsub(" ", "\u{a0}")) end

-- A run of text with no-break spaces; the same run where it needs none.
local function together(pieces, kept)
  kept = kept or section
  local changed
  for index, piece in ipairs(pieces) do
    local now = piece
    if type(piece) == "string" then
      now = kept(piece)
    elseif piece.inside then
      local calls = piece.target and piece.target:find("^tel:")
      local inside = together(piece.inside, calls and digits or kept)
      if inside ~= piece.inside then now = inlines.with_inside(piece, inside) end
    end
    if now ~= piece then
      changed = changed or table.move(pieces, 1, #pieces, 1, {})
      changed[index] = now
    end
  end
  return changed or pieces
end

return together

-- Marks words of another language, so that a screen reader pronounces them as they are and a speller leaves them alone.

local inlines = BLOCKS.inlines
local CALL = '#text(lang: "%s", region: "%s")['

local function spoken(text, wish)
  if wish.format ~= "typst" then return { inlines.span({ text }, { classes = {}, pairs = { { "lang", wish.lang } } }) } end
  local language, region = wish.lang:match("^(%a+)%-(%a+)$")
  return { inlines.raw("typst", CALL:format(language, region)), text, inlines.raw("typst", "]") }
end

-- Tells whether a letter, or a part of one, stands at a place of a text.
local function letter(text, at)
  return text:sub(at, at):match("[%w\128-\255]") ~= nil
end

-- Finds the first phrase that stands in a text as words of its own: where it begins and ends.
local function first(small, from, phrases)
  local begins, ends
  for _, phrase in ipairs(phrases) do
    local at, last = small:find(phrase, from, true)
    while at and (at > 1 and letter(small, at - 1) or letter(small, last + 1)) do at, last = small:find(phrase, at + 1, true) end
    if at and (not begins or at < begins) then begins, ends = at, last end
  end
  return begins, ends
end

-- Small letters, byte for byte: Danish has three beyond those that Lua knows.
local SMALL = { ["Æ"] = "æ", ["Ø"] = "ø", ["Å"] = "å" }
local function lowered(text) return (text:lower():gsub("\195[\133\134\152]", SMALL)) end

-- Puts the parts of a text that says a phrase; nothing where it says none.
local function parted(text, wish, out)
  local small, from = lowered(text), 1
  local at, last = first(small, from, wish.phrases)
  if not at then return false end
  while at do
    if at > from then out[#out + 1] = text:sub(from, at - 1) end
    for _, piece in ipairs(spoken(text:sub(at, last), wish)) do out[#out + 1] = piece end
    from = last + 1
    at, last = first(small, from, wish.phrases)
  end
  if from <= #text then out[#out + 1] = text:sub(from) end
  return true
end

-- Makes what marks the phrases in a run of text, which stays the same run where it says none. phrases: in small letters,
-- with bars between.
local function marking(phrases, lang, format)
  local wish = { phrases = {}, lang = lang, format = format }
  for phrase in phrases:gmatch("[^|]+") do table.insert(wish.phrases, phrase) end
  local function marked(pieces)
    local out, changed = {}, false
    for _, piece in ipairs(pieces) do
      if type(piece) == "string" then
        if parted(piece, wish, out) then changed = true else out[#out + 1] = piece end
      elseif piece.inside then
        local inside = marked(piece.inside)
        changed = changed or inside ~= piece.inside
        out[#out + 1] = inside == piece.inside and piece or inlines.with_inside(piece, inside)
      else
        out[#out + 1] = piece
      end
    end
    return changed and out or pieces
  end
  return marked
end

return { marking = marking }

-- Reads each file by the quick reader and by pandoc's own, and says where they differ: "same", "left" or "differ".
HERE, DIALECT = arg[1], arg[2]
local blocks = dofile(pandoc.path.join({ HERE, "blocks.lua" }))

for index = 3, #arg do
  local text = io.open(arg[index], "rb"):read("a")
  local tree, quick = blocks.read(text)
  local ours = blocks.document(tree, {}, "words")
  local theirs = blocks.document(blocks.read_by_pandoc(text), {}, "words")
  print(ours ~= theirs and "differ" or quick and "same" or "left", arg[index])
  local at = 1
  while ours ~= theirs and ours:byte(at) == theirs:byte(at) do at = at + 1 end
  if ours ~= theirs then print(ours:sub(at - 200, at + 200), "\n", theirs:sub(at - 200, at + 200)) end
end

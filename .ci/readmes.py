"""Whether READMEs read well outside of rustdoc: every link leads somewhere from there."""

import re
import sys

wrong = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    # Brackets of code.
    prose = re.sub(r"`[^`]*`", lambda code: "" if "[" in code[0] else code[0], prose)
    targets = dict(re.findall(r"^\[([^\]]+)\]: (\S+)$", prose, flags=re.MULTILINE))
    prose = re.sub(r"^\[[^\]]+\]: .*$", "", prose, flags=re.MULTILINE)
    inline = re.findall(r"\[[^\[\]]+\]\(([^)]*)\)", prose)
    named = re.findall(r"\[([^\[\]]+)\](?!\()(?:\[([^\[\]]+)\])?", prose)
    names = [other or name for name, other in named]
    wrong += [f"{path}: [{name}] leads nowhere" for name in names if name not in targets]
    for target in [*inline, *targets.values()]:
        if not target.startswith("https://"):
            wrong.append(f"{path}: {target} is no link outside of rustdoc")
    if "```" not in text:
        wrong.append(f"{path}: no code that shows a first call")
    if "docs.rs/taskcluster-client" not in text and "taskcluster-client/README.md" not in path:
        wrong.append(f"{path}: nothing leads to the guide")
print("\n".join(wrong) or f"{len(sys.argv) - 1} READMEs")
sys.exit(bool(wrong))

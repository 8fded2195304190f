"""Compares what was generated with the facts of both eras: all that either has is there, and nothing
that neither has.

usage: eras.py CRATES FACTS…"""

import json
import pathlib
import re
import sys

crates, *eras = map(pathlib.Path, sys.argv[1:])


class Schemas:
    """The schema files of an era; `walk` collects the members and values that a schema leads to."""

    def __init__(self, root):
        self.files = {
            str(path.relative_to(root)): json.loads(path.read_text())
            for path in root.rglob("*.json")
        }

    def resolve(self, folder, reference):
        path, _, pointer = reference.partition("#")
        path = re.sub(r"^(https?://[^/]*)?/", "/", path).removeprefix("./")
        if path.startswith("/"):
            keys = [path.split("schemas/", 1)[-1].lstrip("/")]
        else:
            keys = [f"{folder}/{path}", f"{folder.split('/')[0]}/{path}"]
        return next(key for key in keys if key in self.files), pointer

    def at(self, key, pointer):
        node = self.files[key]
        for step in pointer.split("/")[1:]:
            step = step.replace("~1", "/").replace("~0", "~")
            node = node[int(step) if isinstance(node, list) else step]
        return node

    def is_text(self, key, node):
        """Whether it is a text of whatever form."""
        reference = node.get("$ref", "#")
        if not reference.startswith("#"):
            node = self.at(*self.resolve(key.rsplit("/", 1)[0], reference))
        return node.get("type") == "string" or bool({"enum", "const"} & set(node))

    def walk(self, key, pointer, found, seen):
        if (key, pointer) not in seen:
            seen.add((key, pointer))
            self.node(key, self.at(key, pointer), found, seen)

    def node(self, key, node, found, seen):
        if not isinstance(node, dict):
            return
        if "$ref" in node:
            if node["$ref"].startswith("#"):
                self.walk(key, node["$ref"][1:], found, seen)
            else:
                self.walk(*self.resolve(key.rsplit("/", 1)[0], node["$ref"]), found, seen)
            return
        values = node.get("enum", [node["const"]] if "const" in node else [])
        if values and all(isinstance(value, str) for value in values):
            found |= {("value", value) for value in values}
        # Of what has to be several things at once, no more is said than that it is JSON.
        if "allOf" in node:
            return
        branches = node.get("oneOf") or node.get("anyOf") or []
        if branches and all(self.is_text(key, it) for it in branches):
            return
        if any({"$ref", "type", "enum", "const", "properties"} & set(it) for it in branches):
            for branch in branches:
                self.node(key, branch, found, seen)
            return
        for name, member in node.get("properties", {}).items():
            found.add(("member", name))
            self.node(key, member, found, seen)
        for inner in (node.get("items"), node.get("additionalProperties")):
            self.node(key, inner, found, seen)


def told(facts):
    """What an era has, by service."""
    services = {}
    schemas = Schemas(facts / "schemas")
    for file in sorted(facts.glob("*.json")):
        reference = json.loads(file.read_text())
        service, folder = reference["serviceName"], f"{reference['serviceName']}/v1"
        found = services.setdefault(service, set())
        for entry in reference["entries"]:
            if "exchange" in entry:
                found.add(("exchange", reference["exchangePrefix"] + entry["exchange"]))
            else:
                found.add(("method", entry["name"]))
                found |= {("option", entry["name"], it) for it in entry.get("query") or []}
            for reference_to in (entry.get("input"), entry.get("output"), entry.get("schema")):
                if reference_to and reference_to != "blob":
                    schemas.walk(*schemas.resolve(folder, reference_to), found, set())
    return services


def generated(folder):
    """What a crate has."""
    found = set()
    text = lambda name: (folder / name).read_text() if (folder / name).exists() else ""
    for endpoint in re.findall(r"Endpoint = Endpoint \{(.*?)\n\};", text("endpoints.rs"), re.S):
        name = re.search(r'\bname: "(\w+)"', endpoint)[1]
        found.add(("method", name))
        query = re.search(r"\bquery: &\[(.*?)\]", endpoint, re.S)[1]
        found |= {("option", name, it) for it in re.findall(r'"(\w+)"', query)}
    found |= {("exchange", it) for it in re.findall(r'exchange: "(.*?)"', text("topics.rs"))}
    for file in (folder / "types").glob("*.rs"):
        code = re.sub(r"^ *//.*\n", "", file.read_text(), flags=re.M)
        for item in re.split(r"\n(?=#\[derive|taskcluster_core::)", code):
            found |= {("value", it) for it in re.findall(r'^        [A-Z]\w*(?:\(.*\))? = "(.*)",$', item, re.M)}
            found |= {("member", it) for it in re.findall(r'^ +\d+ [\w#]+ = "(.*?)":', item, re.M)}
            found |= {("member", it) for it in re.findall(r' by "(.*?)"', item)}
    return found


union = {}
for era in eras:
    for service, found in told(era).items():
        union.setdefault(service, set()).update(found)
wrong = 0
for service, wanted in sorted(union.items()):
    found = generated(crates / service / "src/generated")
    for what, things in (("is missing", wanted - found), ("is in neither era", found - wanted)):
        for thing in sorted(things):
            wrong += 1
            print(f"{service}: {' '.join(thing)} {what}")
print(f"{len(union)} services, {sum(map(len, union.values()))} things, {wrong} differences")
sys.exit(wrong > 0)

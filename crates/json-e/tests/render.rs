//! Templates, and what is made of them.

use serde_json::{Value, json};
use taskcluster_json_e::{Error, render, render_with};

fn rendered(template: &Value) -> Result<Option<Value>, String> {
    let context = json!({
        "now": "2017-01-19T16:27:20.974Z", "n": 3, "t": "text", "l": [3, 1, 2],
        "o": { "a": 1, "b": { "c": [4] } },
    });
    let context = context.as_object().expect("an object");
    render(template, context).map_err(|error| error.to_string())
}

#[test]
fn expressions_have_their_values() {
    for (text, value) in [
        ("1 + 2 * 3 ** 2 ** 0.5 > 10 && !false", json!(true)),
        ("(n - 1) / 2", json!(1)),
        ("-n + 0.5", json!(-2.5)),
        ("o.b['c'][-1] in l", json!(false)),
        ("'a' in o && 'ex' in t", json!(true)),
        ("l[1:] + 0 == 1 || l[:-1] == [3, 1]", json!(null)),
        ("t[1:3] + str(n)", json!("ex3")),
        (
            "{a: [n, 'x'], \"b\": null}",
            json!({ "a": [3, "x"], "b": null }),
        ),
        ("join(split('a-b', '-'), n) + lowercase('C')", json!("a3bc")),
        ("min(l[0], 2) + len(l) + floor(1.9)", json!(6)),
        ("defined('n') && !defined('m')", json!(true)),
        ("fromNow('-1 day')", json!("2017-01-18T16:27:20.974Z")),
        ("number('12') + range(1, 9, 3)[2]", json!(19)),
        ("range(5, 1, -2) == [5, 3]", json!(true)),
        ("len(range(5, 1))", json!(0)),
        // Where the next number is 16 away.
        (
            "len(range(100000000000000000, 100000000000000064))",
            json!(64),
        ),
        ("typeof(o)", json!("object")),
    ] {
        let got = rendered(&json!({ "$eval": text }));
        match value {
            Value::Null => assert!(got.is_err(), "{text}: {got:?}"),
            value => assert_eq!(got, Ok(Some(value)), "{text}"),
        }
    }
}

#[test]
fn operators_render_what_they_are_given() {
    for (template, value) in [
        (
            json!({ "a${n}": "${t} $${t} $x" }),
            json!({ "a3": "text ${t} $x" }),
        ),
        (json!([{ "$if": "n > 9", "then": 1 }, 2]), json!([2])),
        (json!({ "$if": "[]", "then": 1, "else": 2 }), json!(2)),
        (
            json!({ "$let": { "x": "${n}" }, "in": { "$eval": "x + t" } }),
            json!("3text"),
        ),
        (
            json!({ "$map": { "$eval": "l" }, "each(x, i)": { "$eval": "x * i" } }),
            json!([0, 1, 4]),
        ),
        (
            json!({ "$map": { "a": 1 }, "each(v, k)": { "${k}b": { "$eval": "v" } } }),
            json!({ "ab": 1 }),
        ),
        (
            json!({ "$reduce": [1, 2], "initial": 3, "each(a, x)": { "$eval": "a + x" } }),
            json!(6),
        ),
        (json!({ "$find": [1, 2], "each(x)": "x > 1" }), json!(2)),
        (
            json!({ "$merge": [{ "a": 1, "b": 1 }, { "b": 2 }] }),
            json!({ "a": 1, "b": 2 }),
        ),
        (
            json!({ "$mergeDeep": [{ "a": { "b": [1] } }, { "a": { "b": [2], "c": 3 } }] }),
            json!({ "a": { "b": [1, 2], "c": 3 } }),
        ),
        (json!({ "$flatten": [[1, [2]], 3] }), json!([1, [2], 3])),
        (json!({ "$flattenDeep": [[1, [2]], 3] }), json!([1, 2, 3])),
        (
            json!({ "$sort": { "$eval": "l" }, "by(x)": "-x" }),
            json!([3, 2, 1]),
        ),
        (json!({ "$reverse": [1, 2] }), json!([2, 1])),
        (
            json!({ "$json": { "b": 1, "a": [] } }),
            json!(r#"{"a":[],"b":1}"#),
        ),
        (
            json!({ "$switch": { "n == 1": 1, "$default": 2 } }),
            json!(2),
        ),
        (
            json!({ "$match": { "n == 3": "a", "n > 1": "b" } }),
            json!(["a", "b"]),
        ),
        (
            json!({ "$fromNow": "1 hour", "from": "2020-02-29T00:00:00Z" }),
            json!("2020-02-29T01:00:00.000Z"),
        ),
        (
            json!({ "$$eval": 1, "$": 2 }),
            json!({ "$eval": 1, "$": 2 }),
        ),
    ] {
        assert_eq!(rendered(&template), Ok(Some(value)), "{template}");
    }
}

#[test]
fn what_cannot_be_rendered_is_told() {
    let deep = format!("{}1{}", "(".repeat(5000), ")".repeat(5000));
    for (template, told) in [
        (
            json!({ "$eval": "x" }),
            "InterpreterError: unknown context value x",
        ),
        (json!({ "$eval": "1 +" }), "SyntaxError: Found end of input"),
        (
            json!({ "$eval": deep }),
            "SyntaxError: expressions are too deep",
        ),
        (
            json!({ "$eval": "n / 0" }),
            "InterpreterError: division by zero",
        ),
        (
            json!({ "$eval": "range(0, 1000000000)" }),
            "InterpreterError: invalid arguments",
        ),
        (
            json!("${o}"),
            "TemplateError: interpolation of 'o' produced an array or object",
        ),
        (
            json!({ "$eval": "1", "$if": "1" }),
            "TemplateError: only one operator allowed",
        ),
        (
            json!({ "$if": "1", "them": 1 }),
            "TemplateError: $if has undefined properties: them",
        ),
        (
            json!({ "$other": 1 }),
            "TemplateError: $<identifier> is reserved",
        ),
    ] {
        let error = rendered(&template).expect_err("a error");
        assert!(error.starts_with(told), "{error}");
    }
}

#[test]
fn a_context_can_bring_functions() {
    let double = |given: &[Value]| match given {
        [Value::String(text)] => Ok(format!("{text}{text}").into()),
        _ => Err("double wants a text".to_owned()),
    };
    let render = |text: &str| {
        let context = json!({ "hidden": 1 });
        let context = context.as_object().expect("an object");
        let functions: [(&str, &taskcluster_json_e::Function<'_>); 2] =
            [("double", &double), ("hidden", &double)];
        render_with(&json!({ "$eval": text }), context, &functions)
    };
    for (text, value) in [
        ("double('ab') + lowercase('C')", json!("ababc")),
        ("defined('double') && !defined('triple')", json!(true)),
        ("hidden", json!(1)),
    ] {
        assert_eq!(render(text), Ok(Some(value)), "{text}");
    }
    for (text, why) in [
        ("double(1)", "double wants a text"),
        ("double", "double is a function, and can only be called"),
        ("hidden('a')", "hidden is not callable"),
    ] {
        assert_eq!(
            render(text),
            Err(Error::Interpreter(why.to_owned())),
            "{text}"
        );
    }
}

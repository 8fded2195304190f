//! An example of each method's call, which is compiled and not run: arguments and payload have what is
//! required and no more.

use super::Kinds;
use super::constructors::by_name;
use super::expression::Expression;
use super::text::{example, literal};
use super::types::required_fields;
use crate::generate::fixups::samples;
use crate::generate::model::{Arg, Field, Item, Method, Output, Scalar, Service, Struct, Type};
use crate::generate::naming::{camel, snake};

/// How many types may stand in each other.
const MAX_DEPTH: usize = 8;

/// What examples of a service's methods are made of.
pub struct Examples<'m> {
    service: &'m Service,
    kinds: Kinds<'m>,
    /// The crate's name in Rust.
    krate: String,
}

/// How wide a row of calls may be, so that it can be read without scrolling.
const WIDTH: usize = 90;

/// Where a value stands, which decides on what converts by itself.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// An argument that takes whatever converts.
    Argument,
    /// A field of just this type.
    Field,
}

impl<'m> Examples<'m> {
    pub fn new(service: &'m Service, package: &str) -> Self {
        Self {
            service,
            kinds: Kinds::of(service),
            krate: package.replace('-', "_"),
        }
    }

    /// The example as a doc comment; none where the payload is of a form of which none can be made.
    pub fn of(&self, method: &Method) -> Option<String> {
        let client = camel(&self.service.name);
        let variable = snake(&self.service.name);
        let payload = match &method.input {
            Some(input) => Some(self.value("", input, Place::Field, 0)?),
            None => None,
        };
        let calls = [variable.clone(), self.call(method, payload.is_some())];
        let mut shown = payload.map_or_else(Vec::new, |it| it.statement("let payload = "));
        if method.paged {
            shown.extend(row("for item in ", &calls, &["items()"], " {"));
            shown.push("    println!(\"{:?}\", item?);".to_owned());
            shown.push("}".to_owned());
        } else {
            shown.extend(self.sent(method, &calls));
        }
        let uses = |word: &str| shown.iter().any(|line| line.contains(word));
        let mut hidden = vec!["use taskcluster_core::Client;".to_owned()];
        for (word, path) in [
            ("from_now(", "taskcluster_core::from_now::from_now"),
            ("Value::", "taskcluster_core::json::Value"),
        ] {
            hidden.extend(uses(word).then(|| format!("use {path};")));
        }
        let types = if method.input.is_some() {
            ", types::*"
        } else {
            ""
        };
        hidden.push(format!("use {}::{{{client}{types}}};", self.krate));
        hidden.push(format!(
            "let {variable} = {client}::new(&Client::from_env()?);"
        ));
        Some(example(4, &hidden, &shown))
    }

    fn call(&self, method: &Method, payload: bool) -> String {
        let argument = |arg: &Arg| match arg.kind {
            Scalar::Text => literal(samples::argument(&self.service.name, &arg.name)),
            _ => "0".to_owned(),
        };
        let mut arguments: Vec<String> = method.args.iter().map(argument).collect();
        arguments.extend(payload.then(|| "&payload".to_owned()));
        format!("{}({})", method.called.function, arguments.join(", "))
    }

    /// What is done with the answer.
    fn sent(&self, method: &Method, calls: &[String]) -> Vec<String> {
        match &method.output {
            Output::Empty => row("", calls, &["send()?"], ";"),
            Output::Redirect => row("let url = ", calls, &["send()?", "location"], ";"),
            Output::Blob => row("let bytes = ", calls, &["send()?", "bytes"], ";"),
            Output::Json(ty) => {
                let mut lines = row("let answer = ", calls, &["send()?"], ";");
                lines.extend(
                    self.telling(ty)
                        .map(|member| format!("println!(\"{{}}\", answer.{member});")),
                );
                lines
            }
        }
    }

    /// A text that each answer of a type has.
    fn telling(&self, ty: &Type) -> Option<&'m str> {
        let Some(Item::Struct(item)) = self.kinds.item(ty.name()?) else {
            return None;
        };
        let is_told = |field: &&&Field| field.ty == Type::Text && !field.secret;
        let field = required_fields(item).into_iter().find(|it| is_told(&it));
        matches!(ty, Type::Named(_)).then_some(field?.rust.as_str())
    }

    /// A value of a type, for a member or argument of this name.
    fn value(&self, name: &str, ty: &Type, place: Place, depth: usize) -> Option<Expression> {
        let plain = |text: &str| Some(Expression::plain(text));
        let own = |text: String| match place {
            Place::Argument => Expression::plain(text),
            Place::Field => Expression::plain(format!("{text}.into()")),
        };
        match ty {
            Type::Text => Some(own(literal(samples::member(name)))),
            Type::Bool => plain("false"),
            Type::Unsigned | Type::Signed => plain(samples::number(name)),
            Type::Float => plain("1.0"),
            Type::Date if name == "created" => plain("from_now(\"0 seconds\")?"),
            Type::Date => plain("from_now(\"1 day\")?"),
            Type::Any => plain(&format!("Value::from_iter([{}])", samples::inside(name))),
            Type::Nullable(_) => plain("None"),
            Type::Core(_) => None,
            Type::Named(of) => self.named(of, depth),
            Type::Boxed(of) => Some(self.named(of, depth)?.within("Box::new")),
            Type::List(of) => {
                let item = self.nested(name, of, place, depth)?;
                Some(match place {
                    Place::Argument => Expression::list("[", vec![item]),
                    Place::Field => Expression::list("vec![", vec![item]),
                })
            }
            Type::Map(of) => {
                let value = self.nested(name, of, place, depth)?;
                let pair = Expression::list("(", vec![own("\"name\"".to_owned()), value]);
                let pairs = Expression::list("[", vec![pair]);
                Some(match place {
                    Place::Argument => pairs,
                    Place::Field => pairs.within("std::collections::BTreeMap::from"),
                })
            }
        }
    }

    /// A value inside a list or map.
    fn nested(&self, name: &str, ty: &Type, place: Place, depth: usize) -> Option<Expression> {
        match ty {
            Type::Date => Some(self.value(name, ty, place, depth)?.followed_by(".into()")),
            Type::List(_) | Type::Map(_) => self.value(name, ty, Place::Field, depth),
            _ => self.value(name, ty, place, depth),
        }
    }

    fn named(&self, name: &str, depth: usize) -> Option<Expression> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.kinds.item(name)? {
            Item::StringEnum(item) => {
                let value = item.values.first()?;
                Some(Expression::plain(format!("{name}::{}", value.name)))
            }
            Item::Union(item) => item.variants.iter().find_map(|variant| {
                let value = self.nested("", &variant.ty, Place::Field, depth + 1)?;
                Some(value.within(&format!("{name}::{}", variant.name)))
            }),
            Item::Struct(item) => self.structure(item, depth + 1),
        }
    }

    fn structure(&self, item: &Struct, depth: usize) -> Option<Expression> {
        let required = required_fields(item);
        let new = format!("{}::new", item.name);
        if by_name(&required, &self.kinds) {
            let value = |field: &&Field| {
                let value = self.value(&field.name, &field.ty, Place::Field, depth)?;
                Some((field.rust.clone(), value))
            };
            let fields = required.iter().map(value).collect::<Option<Vec<_>>>()?;
            let name = format!("{}Required", item.name);
            return Some(Expression::structure(&name, fields).within(&new));
        }
        let value = |field: &&Field| self.value(&field.name, &field.ty, Place::Argument, depth);
        let arguments = required.iter().map(value).collect::<Option<Vec<_>>>()?;
        Some(Expression::call(&new, arguments))
    }
}

/// A row of calls, laid out as rustfmt does: on one line where there is room, otherwise each on a line of its own.
fn row(begin: &str, calls: &[String], more: &[&str], end: &str) -> Vec<String> {
    let calls: Vec<&str> = calls.iter().map(String::as_str).collect();
    let calls = [&calls, more].concat();
    let line = format!("{begin}{}{end}", calls.join("."));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let lines = format!("{begin}{}", calls.join("\n    .")) + &end.replace(" {", "\n{");
    lines.lines().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_broken_where_there_is_no_room() {
        let calls = |argument: &str| ["queue".to_owned(), format!("task({argument:?})")];
        let short = row("let url = ", &calls("x"), &["send()?", "location"], ";");
        assert_eq!(short, ["let url = queue.task(\"x\").send()?.location;"]);
        let long = "x".repeat(60);
        let call = format!("    .task({long:?})");
        assert_eq!(
            row("let url = ", &calls(&long), &["send()?", "location"], ";"),
            ["let url = queue", &call, "    .send()?", "    .location;"]
        );
        assert_eq!(
            row("for item in ", &calls(&long), &["items()"], " {"),
            ["for item in queue", &call, "    .items()", "{"]
        );
    }
}

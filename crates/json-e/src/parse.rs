//! From the text of an expression to its parts.

use crate::Error;
use crate::tokens::{self, Token};

/// How deep expressions can be within each other.
const MAX_DEPTH: usize = 100;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    Number(f64),
    Text(String),
    Null,
    Bool(bool),
    Name(String),
    List(Vec<Expression>),
    Object(Vec<(String, Expression)>),
    Unary(&'static str, Box<Expression>),
    Binary(&'static str, Box<Expression>, Box<Expression>),
    Member(Box<Expression>, String),
    Index(Box<Expression>, Box<Expression>),
    Slice(
        Box<Expression>,
        Option<Box<Expression>>,
        Option<Box<Expression>>,
    ),
    Call(Box<Expression>, Vec<Expression>),
}

/// Operators from those that bind least on. What stands at one level is done from left to right.
const LEVELS: [&[&str]; 7] = [
    &["||"],
    &["&&"],
    &["in"],
    &["==", "!="],
    &["<", ">", "<=", ">="],
    &["+", "-"],
    &["*", "/"],
];

pub(crate) fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
    chars.next().is_some_and(is_first) && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Reads a whole text as one expression.
pub(crate) fn whole(text: &str) -> Result<Expression, Error> {
    let mut parser = Parser::new(text)?;
    let expression = parser.level(0)?;
    match parser.token {
        None => Ok(expression),
        Some(_) => Err(parser.unexpected("end of input")),
    }
}

/// Reads an expression up to the brace that closes it; returns what is behind the brace.
pub(crate) fn until_brace(text: &str) -> Result<(Expression, &str), Error> {
    let mut parser = Parser::new(text)?;
    let expression = parser.level(0)?;
    if parser.token != Some(Token::Symbol("}")) {
        return Err(parser.unexpected("}"));
    }
    Ok((expression, parser.rest))
}

struct Parser<'t> {
    token: Option<Token>,
    /// What is behind the token.
    rest: &'t str,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Result<Self, Error> {
        let mut parser = Self {
            token: None,
            rest: text,
            depth: 0,
        };
        parser.advance()?;
        Ok(parser)
    }

    fn advance(&mut self) -> Result<Option<Token>, Error> {
        let next = match tokens::next(self.rest)? {
            Some((token, rest)) => {
                self.rest = rest;
                Some(token)
            }
            None => None,
        };
        Ok(std::mem::replace(&mut self.token, next))
    }

    fn unexpected(&self, wanted: &str) -> Error {
        let found = match &self.token {
            None => "end of input".to_owned(),
            Some(Token::Number(number)) => number.to_string(),
            Some(Token::Text(text) | Token::Name(text)) => text.clone(),
            Some(Token::Symbol(symbol)) => (*symbol).to_owned(),
        };
        Error::Syntax(format!("Found {found}, expected {wanted}"))
    }

    /// Passes over a symbol, if it is there.
    fn takes(&mut self, symbol: &'static str) -> Result<bool, Error> {
        let is_there = self.token == Some(Token::Symbol(symbol));
        if is_there {
            self.advance()?;
        }
        Ok(is_there)
    }

    fn demand(&mut self, symbol: &'static str) -> Result<(), Error> {
        if self.takes(symbol)? {
            return Ok(());
        }
        Err(self.unexpected(symbol))
    }

    /// The operator among some that is next.
    fn operator(&self, operators: &[&'static str]) -> Option<&'static str> {
        let is_next = |operator: &&&'static str| match &self.token {
            Some(Token::Symbol(symbol)) => *symbol == **operator,
            // The one operator that is a word.
            Some(Token::Name(name)) => name == **operator,
            _ => false,
        };
        operators.iter().find(is_next).copied()
    }

    fn level(&mut self, level: usize) -> Result<Expression, Error> {
        let Some(operators) = LEVELS.get(level) else {
            return self.power();
        };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = self.operator(operators) {
            self.advance()?;
            let right = self.level(level + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    /// Powers are done from right to left.
    fn power(&mut self) -> Result<Expression, Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Error::Syntax("expressions are too deep".to_owned()));
        }
        let mut base = self.behind()?;
        if self.takes("**")? {
            let exponent = self.power()?;
            base = Expression::Binary("**", Box::new(base), Box::new(exponent));
        }
        self.depth -= 1;
        Ok(base)
    }

    /// An operand with what stands behind it: members, indices, calls. Signs are for all of that.
    fn behind(&mut self) -> Result<Expression, Error> {
        let mut base = self.operand()?;
        loop {
            base = if self.takes(".")? {
                match self.advance()? {
                    Some(Token::Name(name)) => Expression::Member(Box::new(base), name),
                    _ => return Err(self.unexpected("identifier")),
                }
            } else if self.takes("[")? {
                self.index(base)?
            } else if self.takes("(")? {
                Expression::Call(Box::new(base), self.list(")")?)
            } else {
                return Ok(base);
            };
        }
    }

    fn index(&mut self, base: Expression) -> Result<Expression, Error> {
        let base = Box::new(base);
        let mut start = None;
        if !self.takes(":")? {
            let index = Box::new(self.level(0)?);
            if self.takes("]")? {
                return Ok(Expression::Index(base, index));
            }
            self.demand(":")?;
            start = Some(index);
        }
        let mut end = None;
        if self.token != Some(Token::Symbol("]")) {
            end = Some(Box::new(self.level(0)?));
        }
        self.demand("]")?;
        Ok(Expression::Slice(base, start, end))
    }

    /// Expressions up to a closing symbol.
    fn list(&mut self, end: &'static str) -> Result<Vec<Expression>, Error> {
        let mut list = Vec::new();
        if self.takes(end)? {
            return Ok(list);
        }
        loop {
            list.push(self.level(0)?);
            if !self.takes(",")? {
                self.demand(end)?;
                return Ok(list);
            }
        }
    }

    fn object(&mut self) -> Result<Expression, Error> {
        let mut members = Vec::new();
        if self.takes("}")? {
            return Ok(Expression::Object(members));
        }
        loop {
            let key = match self.token.clone() {
                Some(Token::Name(key) | Token::Text(key)) => key,
                _ => return Err(self.unexpected("identifier, string")),
            };
            self.advance()?;
            self.demand(":")?;
            members.push((key, self.level(0)?));
            if !self.takes(",")? {
                self.demand("}")?;
                return Ok(Expression::Object(members));
            }
        }
    }

    fn operand(&mut self) -> Result<Expression, Error> {
        if let Some(operator) = self.operator(&["!", "-", "+"]) {
            self.advance()?;
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(Error::Syntax("expressions are too deep".to_owned()));
            }
            let operand = self.behind()?;
            self.depth -= 1;
            return Ok(Expression::Unary(operator, Box::new(operand)));
        }
        let wanted = "!, (, +, -, [, false, identifier, null, number, string, true, {";
        let unexpected = self.unexpected(wanted);
        Ok(match self.advance()? {
            Some(Token::Number(number)) => Expression::Number(number),
            Some(Token::Text(text)) => Expression::Text(text),
            Some(Token::Name(name)) => match &*name {
                "null" => Expression::Null,
                "true" => Expression::Bool(true),
                "false" => Expression::Bool(false),
                "in" => return Err(unexpected),
                _ => Expression::Name(name),
            },
            Some(Token::Symbol("(")) => {
                let inner = self.level(0)?;
                self.demand(")")?;
                inner
            }
            Some(Token::Symbol("[")) => Expression::List(self.list("]")?),
            Some(Token::Symbol("{")) => self.object()?,
            _ => return Err(unexpected),
        })
    }
}

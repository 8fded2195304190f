//! What is wrong with a text that is no JSON, in the words of the services' own parser, V8.

/// How much of a long text is shown on either side of what is wrong.
const AROUND: usize = 10;

const BEHIND: &str = "Unexpected non-whitespace character after JSON";

/// What is wrong with a text, or nothing.
pub(crate) fn problem(text: &str) -> Option<String> {
    let mut parser = Parser {
        units: text.encode_utf16().collect(),
        at: 0,
    };
    let end = parser.value().and_then(|()| match parser.peek() {
        None => Ok(()),
        Some(_) => Err(Wrong::Words(
            "Unexpected non-whitespace character after JSON",
        )),
    });
    end.err().map(|wrong| parser.tell(&wrong))
}

/// What is wrong where the parser stands.
enum Wrong {
    /// This, of which the place is told.
    Words(&'static str),
    /// Something stands there that cannot.
    Token,
}

type Read = Result<(), Wrong>;

/// Places are told in units of UTF-16, as JavaScript counts them.
struct Parser {
    units: Vec<u16>,
    at: usize,
}

impl Parser {
    /// What comes next that is no space.
    fn peek(&mut self) -> Option<char> {
        while matches!(self.here(), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
        self.here()
    }

    /// A unit as a character; half of one is none that JSON knows.
    fn here(&self) -> Option<char> {
        let unit = self.units.get(self.at)?;
        Some(char::from_u32((*unit).into()).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Takes what comes next if it is this.
    fn take(&mut self, wanted: char) -> bool {
        let is_it = self.peek() == Some(wanted);
        self.at += usize::from(is_it);
        is_it
    }

    /// Reads a value and what it holds, without recursion: texts may be deep.
    fn value(&mut self) -> Read {
        let mut open: Vec<char> = Vec::new();
        loop {
            match self.peek() {
                Some('{') => {
                    self.at += 1;
                    if !self.take('}') {
                        self.name("Expected property name or '}'", true)?;
                        open.push('{');
                        continue;
                    }
                }
                Some('[') => {
                    self.at += 1;
                    if !self.take(']') {
                        open.push('[');
                        continue;
                    }
                }
                _ => self.scalar()?,
            }
            // A value is read: what it stands in goes on or ends.
            loop {
                let Some(&bracket) = open.last() else {
                    return Ok(());
                };
                let (close, expected) = match bracket {
                    '{' => ('}', "Expected ',' or '}' after property value"),
                    _ => (']', "Expected ',' or ']' after array element"),
                };
                if self.take(',') {
                    if bracket == '{' {
                        self.name("Expected double-quoted property name", false)?;
                    }
                    break;
                }
                if !self.take(close) {
                    return Err(Wrong::Words(expected));
                }
                open.pop();
            }
        }
    }

    /// The name of a member, with its colon. What is in place of that is told in two ways.
    fn name(&mut self, expected: &'static str, is_first: bool) -> Read {
        if self.peek() != Some('"') {
            return Err(Wrong::Words(expected));
        }
        self.string()?;
        match (self.take(':'), is_first) {
            (true, _) => Ok(()),
            (false, true) => Err(Wrong::Words("Expected ':' after property name")),
            (false, false) => Err(Wrong::Token),
        }
    }

    fn scalar(&mut self) -> Read {
        match self.peek() {
            Some('"') => self.string(),
            Some('-' | '0'..='9') => self.number(),
            Some('t') => self.word("true"),
            Some('f') => self.word("false"),
            Some('n') => self.word("null"),
            _ => Err(Wrong::Token),
        }
    }

    fn word(&mut self, word: &str) -> Read {
        for wanted in word.chars() {
            if self.here() != Some(wanted) {
                return Err(Wrong::Token);
            }
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Read {
        self.at += 1;
        loop {
            match self.here() {
                None => return Err(Wrong::Words("Unterminated string")),
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('\\') => self.escape()?,
                Some('\0'..='\u{1f}') => {
                    return Err(Wrong::Words("Bad control character in string literal"));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Read {
        self.at += 1;
        match self.here() {
            None => return Err(Wrong::Token),
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => self.at += 1,
            Some('u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.here().is_some_and(|c| c.is_ascii_hexdigit()) {
                        return Err(Wrong::Words("Bad Unicode escape"));
                    }
                    self.at += 1;
                }
            }
            Some(_) => return Err(Wrong::Words("Bad escaped character")),
        }
        Ok(())
    }

    fn number(&mut self) -> Read {
        if self.here() == Some('-') {
            self.at += 1;
            self.digits("No number after minus sign", true)?;
        } else {
            self.digits("", true)?;
        }
        if self.here() == Some('.') {
            self.at += 1;
            self.digits("Unterminated fractional number", false)?;
        }
        if matches!(self.here(), Some('e' | 'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.here(), Some('+' | '-')));
            self.digits("Exponent part is missing a number", false)?;
        }
        Ok(())
    }

    /// One digit or more. A whole number that begins with 0 is 0.
    fn digits(&mut self, missing: &'static str, is_whole: bool) -> Read {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if !is_digit(self.here()) {
            return Err(Wrong::Words(missing));
        }
        let is_zero = self.here() == Some('0');
        self.at += 1;
        if is_whole && is_zero {
            return match is_digit(self.here()) {
                true => Err(Wrong::Token),
                false => Ok(()),
            };
        }
        while is_digit(self.here()) {
            self.at += 1;
        }
        Ok(())
    }

    fn tell(&self, wrong: &Wrong) -> String {
        let at = self.at;
        match (wrong, self.here()) {
            (Wrong::Words(BEHIND), _) => format!("{BEHIND} at {}", self.place()),
            (Wrong::Words(words), _) => format!("{words} in JSON at {}", self.place()),
            (Wrong::Token, None) => "Unexpected end of JSON input".to_owned(),
            (Wrong::Token, Some('"')) => format!("Unexpected string in JSON at {}", self.place()),
            (Wrong::Token, Some('-' | '0'..='9')) => {
                format!("Unexpected number in JSON at {}", self.place())
            }
            (Wrong::Token, Some(_)) if self.is_a_name() => {
                format!(
                    "\"{}\" is not valid JSON",
                    String::from_utf16_lossy(&self.units)
                )
            }
            (Wrong::Token, Some(_)) => {
                let shown = |range| String::from_utf16_lossy(&self.units[range]);
                let length = self.units.len();
                let text = if length <= 2 * AROUND {
                    format!("\"{}\"", shown(0..length))
                } else if at < AROUND {
                    format!("\"{}\"...", shown(0..at + AROUND))
                } else if at < length - AROUND {
                    format!("...\"{}\"...", shown(at - AROUND..at + AROUND))
                } else {
                    format!("...\"{}\"", shown(at - AROUND..length))
                };
                let token = shown(at..at + 1);
                format!("Unexpected token '{token}', {text} is not valid JSON")
            }
        }
    }

    /// Whether the text is what JavaScript prints for a value that JSON has not.
    fn is_a_name(&self) -> bool {
        let names = ["NaN", "Infinity", "undefined", "[object Object]"];
        names
            .iter()
            .any(|name| name.encode_utf16().eq(self.units.iter().copied()))
    }

    fn place(&self) -> String {
        let before = &self.units[..self.at];
        let is_end = |unit: &u16| *unit == u16::from(b'\n');
        let line = before.iter().filter(|unit| is_end(unit)).count() + 1;
        let column = before.iter().rev().take_while(|unit| !is_end(unit)).count() + 1;
        format!("position {} (line {line} column {column})", self.at)
    }
}

#[cfg(test)]
mod tests;

//! The path of a method, and what of a request's path are its arguments.

/// The path of a method, ready to be matched.
#[derive(Debug)]
pub(crate) struct Route {
    segments: Vec<Segment>,
    last: Last,
}

/// What of a path the last argument of a route takes. References do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// One segment, as other arguments do.
    Segment,
    /// One segment, or it is left out, and so is empty.
    Optional,
    /// All that is left, so that `/` and `%2F` are the same.
    Rest,
    /// All that is left before the word that the route ends with.
    BeforeWord,
}

#[derive(Debug)]
enum Segment {
    Literal(String),
    Argument(String),
}

/// The arguments of a path, as they stand on the wire.
pub(crate) type RawArguments<'a> = Vec<(&'a str, &'a str)>;

impl Route {
    /// Reads a route such as `/task/<taskId>/artifacts/<name>`.
    pub(crate) fn new(route: &str, last: Last) -> Self {
        let segment = |text: &str| {
            let name = text
                .strip_prefix('<')
                .and_then(|text| text.strip_suffix('>'));
            match name {
                Some(name) => Segment::Argument(name.to_owned()),
                None => Segment::Literal(text.to_owned()),
            }
        };
        let route = route.strip_prefix('/').unwrap_or(route);
        let route = route.strip_suffix('/').unwrap_or(route);
        Self {
            segments: route.split('/').map(segment).collect(),
            last,
        }
    }

    /// The path under the API of the service, without its leading slash, before any decoding.
    pub(crate) fn matches<'a>(&'a self, path: &'a str) -> Option<RawArguments<'a>> {
        let mut rest = Some(path);
        let mut arguments = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let last = self.last_at(at);
            let path = match rest {
                None if last == Last::Optional => "",
                rest => rest?,
            };
            if let (Segment::Argument(name), Last::Rest) = (segment, last) {
                arguments.push((name.as_str(), path));
                return Some(arguments);
            }
            if let (Segment::Argument(name), Some(word)) = (segment, self.word_behind(at)) {
                let path = path.strip_suffix('/').unwrap_or(path);
                let value = path.strip_suffix(word)?.strip_suffix('/')?;
                arguments.push((name.as_str(), value));
                return (!value.is_empty()).then_some(arguments);
            }
            let (text, behind) = match path.split_once('/') {
                Some((text, behind)) => (text, Some(behind)),
                None => (path, None),
            };
            match segment {
                Segment::Literal(literal) if literal == text => {}
                Segment::Argument(name)
                    if !text.is_empty() || last == Last::Optional && behind.is_none() =>
                {
                    arguments.push((name, text));
                }
                _ => return None,
            }
            rest = behind;
        }
        // A slash more at the end is let pass.
        matches!(rest, None | Some("")).then_some(arguments)
    }

    /// The name of the argument that the route ends with.
    pub(crate) fn last_argument(&self) -> Option<&str> {
        match self.segments.last()? {
            Segment::Argument(name) => Some(name),
            Segment::Literal(_) => None,
        }
    }

    /// Whether an argument may be left out.
    pub(crate) fn may_lack(&self, name: &str) -> bool {
        self.last == Last::Optional && self.last_argument() == Some(name)
    }

    /// The word behind an argument that takes all before it.
    fn word_behind(&self, at: usize) -> Option<&str> {
        match self.segments.get(at + 1)? {
            Segment::Literal(word) if self.last == Last::BeforeWord => Some(word),
            _ => None,
        }
    }

    fn last_at(&self, at: usize) -> Last {
        if at + 1 == self.segments.len() {
            self.last
        } else {
            Last::Segment
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_matched_before_they_are_decoded() {
        let route = Route::new("/clients/<clientId>/reset", Last::Segment);
        assert_eq!(
            route.matches("clients/a%2Fb/reset"),
            Some(vec![("clientId", "a%2Fb")])
        );
        assert_eq!(route.matches("clients/a/b/reset"), None);
        assert_eq!(route.matches("clients//reset"), None);
        assert_eq!(route.matches("clients/a/Reset"), None);
    }

    #[test]
    fn a_slash_at_the_end_is_let_pass() {
        for route in ["/clients/", "/clients"] {
            let route = Route::new(route, Last::Segment);
            assert!(route.matches("clients").is_some() && route.matches("clients/").is_some());
            assert!(route.matches("clients//").is_none() && route.matches("client").is_none());
        }
    }

    #[test]
    fn a_name_with_slashes_takes_the_rest() {
        let route = Route::new("/secret/<name>", Last::Rest);
        assert_eq!(
            route.matches("secret/a/b%2F/"),
            Some(vec![("name", "a/b%2F/")])
        );
        assert_eq!(route.matches("secret/"), Some(vec![("name", "")]));
        assert_eq!(route.matches("secret"), None);
    }

    #[test]
    fn a_name_with_slashes_may_stand_before_a_word() {
        let route = Route::new("/task-queues/<taskQueueId>/counts", Last::BeforeWord);
        for (path, value) in [
            ("task-queues/p/w/counts", "p/w"),
            ("task-queues/p%2Fw/counts/", "p%2Fw"),
            ("task-queues/counts/counts/counts", "counts/counts"),
        ] {
            assert_eq!(route.matches(path), Some(vec![("taskQueueId", value)]));
        }
        for path in [
            "task-queues/counts",
            "task-queues//counts",
            "task-queues/p/w",
        ] {
            assert_eq!(route.matches(path), None, "{path}");
        }
    }

    #[test]
    fn an_argument_that_is_left_out_is_empty() {
        let route = Route::new("/tasks/<namespace>", Last::Optional);
        for (path, value) in [
            ("tasks", ""),
            ("tasks/", ""),
            ("tasks/a", "a"),
            ("tasks/a/", "a"),
        ] {
            assert_eq!(route.matches(path), Some(vec![("namespace", value)]));
        }
        for path in ["tasks//", "tasks/a/b", "task"] {
            assert_eq!(route.matches(path), None, "{path}");
        }
        assert!(route.may_lack("namespace") && !route.may_lack("tasks"));
    }
}

//! The format of the Firefox Profiler, as far as profiles have markers alone.

use std::collections::HashMap;

use serde_json::{Value, json};

/// When something was, in milliseconds since the profile's start.
#[derive(Clone, Copy)]
pub(super) enum When {
    At(i64),
    Span(i64, i64),
    /// It has not ended yet.
    Since(i64),
}

impl When {
    /// From then on, until this if it has ended.
    pub(super) fn from(start: i64, end: Option<i64>) -> Self {
        end.map_or(Self::Since(start), |end| Self::Span(start, end))
    }

    fn start(self) -> i64 {
        match self {
            Self::At(start) | Self::Span(start, _) | Self::Since(start) => start,
        }
    }

    fn end(self) -> Option<i64> {
        match self {
            Self::Span(_, end) => Some(end),
            Self::At(_) | Self::Since(_) => None,
        }
    }

    fn phase(self) -> u8 {
        match self {
            Self::At(_) => 0,
            Self::Span(..) => 1,
            Self::Since(_) => 2,
        }
    }
}

/// What is shown on a line of time.
struct Marker {
    /// The number of the name among the texts.
    name: usize,
    category: usize,
    when: When,
    data: Value,
}

/// Lines of time of one thing.
pub(super) struct Thread {
    pub(super) name: String,
    /// From when to when it is there, in milliseconds since the profile's start.
    pub(super) registered: (i64, Option<i64>),
    texts: Vec<String>,
    numbers: HashMap<String, usize>,
    markers: Vec<Marker>,
}

impl Thread {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            registered: (0, None),
            texts: Vec::new(),
            numbers: HashMap::new(),
            markers: Vec::new(),
        }
    }

    /// The number of a text among those that the thread has, each once.
    pub(super) fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len();
        self.texts.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    pub(super) fn mark(&mut self, name: &str, category: usize, when: When, data: Value) {
        let name = self.number(name);
        self.markers.push(Marker {
            name,
            category,
            when,
            data,
        });
    }

    fn json(&self) -> Value {
        let column =
            |value: fn(&Marker) -> Value| -> Value { self.markers.iter().map(value).collect() };
        let mut thread = json!({
            "processType": "default",
            "processName": "Taskcluster",
            "processStartupTime": 0,
            "processShutdownTime": null,
            "registerTime": self.registered.0,
            "unregisterTime": self.registered.1,
            "pausedRanges": [],
            "name": self.name,
            "isMainThread": true,
            "showMarkersInTimeline": true,
            "pid": 0,
            "tid": 0,
            "markers": {
                "data": column(|it| it.data.clone()),
                "name": column(|it| it.name.into()),
                "startTime": column(|it| it.when.start().into()),
                "endTime": column(|it| it.when.end().into()),
                "phase": column(|it| it.when.phase().into()),
                "category": column(|it| it.category.into()),
                "length": self.markers.len(),
            },
            "stringArray": self.texts,
        });
        if let (Some(thread), Value::Object(tables)) = (thread.as_object_mut(), tables()) {
            thread.extend(tables);
        }
        thread
    }
}

/// Nothing that takes samples of stacks: one frame stands for all.
fn tables() -> Value {
    json!({
        "samples": { "weightType": "samples", "weight": null, "stack": [], "time": [], "length": 0 },
        "stackTable": {
            "frame": [0], "prefix": [null], "category": [0], "subcategory": [0], "length": 1,
        },
        "frameTable": {
            "address": [-1], "inlineDepth": [0], "category": [null], "subcategory": [0],
            "func": [0], "nativeSymbol": [null], "innerWindowID": [0], "implementation": [null],
            "line": [null], "column": [null], "length": 1,
        },
        "funcTable": {
            "isJS": [false], "relevantForJS": [false], "name": [0], "resource": [-1],
            "fileName": [null], "lineNumber": [null], "columnNumber": [null], "length": 1,
        },
        "resourceTable": { "lib": [], "name": [], "host": [], "type": [], "length": 0 },
        "nativeSymbols": {
            "libIndex": [], "address": [], "name": [], "functionSize": [], "length": 0,
        },
    })
}

/// A profile with one thread, which starts then, in milliseconds since 1970.
pub(super) fn profile(
    product: &str,
    start: i64,
    schemas: &[Value; 2],
    categories: &[(&str, &str)],
    thread: &Thread,
) -> Value {
    let category = |(name, color): &(&str, &str)| json!({ "name": name, "color": color, "subcategories": ["Other"] });
    json!({
        "meta": {
            "interval": 1,
            "startTime": start,
            "processType": 0,
            "product": product,
            "stackwalk": 0,
            "version": 27,
            "preprocessedProfileVersion": 47,
            "physicalCPUs": 0,
            "logicalCPUs": 0,
            "symbolicationNotSupported": true,
            "usesOnlyOneStackType": true,
            "markerSchema": schemas,
            "categories": categories.iter().map(category).collect::<Value>(),
        },
        "libs": [],
        "threads": [thread.json()],
        "counters": [],
    })
}

/// How markers of a type are shown: their members, each with a label and a format. One of them is what they are
/// called by, and looked for.
pub(super) fn schema(name: &str, called: &str, members: &[(&str, &str, &str)]) -> Value {
    let member = |(key, label, format): &(&str, &str, &str)| {
        let mut member = json!({ "key": key, "label": label, "format": format });
        if *key == called {
            member["searchable"] = true.into();
        }
        member
    };
    let label = format!("{{marker.data.{called}}}");
    json!({
        "name": name,
        "tooltipLabel": label,
        "tableLabel": label,
        "chartLabel": label,
        "display": ["marker-chart", "marker-table", "timeline-overview"],
        "data": members.iter().map(member).collect::<Value>(),
    })
}

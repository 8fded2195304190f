//! The format of the Firefox Profiler, as far as profiles have markers alone.

use serde_json::{Value, json};

/// What is shown on a line of time.
pub(super) struct Marker {
    name: String,
    category: usize,
    start: i64,
    /// None for what takes no time.
    end: Option<i64>,
    data: Value,
}

impl Marker {
    pub(super) fn span(name: &str, category: usize, (start, end): (i64, i64), data: Value) -> Self {
        Self {
            end: Some(end),
            ..Self::moment(name, category, start, data)
        }
    }

    pub(super) fn moment(name: &str, category: usize, start: i64, data: Value) -> Self {
        Self {
            name: name.to_owned(),
            category,
            start,
            end: None,
            data,
        }
    }
}

/// A profile with one thread.
pub(super) struct Profile {
    pub(super) product: String,
    pub(super) thread: String,
    /// In milliseconds since 1970.
    pub(super) start: i64,
    /// In milliseconds since the start.
    pub(super) end: i64,
    pub(super) schemas: Value,
    pub(super) markers: Vec<Marker>,
}

impl Profile {
    pub(super) fn json(&self) -> Value {
        json!({
            "meta": {
                "interval": 1,
                "startTime": self.start,
                "processType": 0,
                "product": self.product,
                "stackwalk": 0,
                "version": 27,
                "preprocessedProfileVersion": 47,
                "physicalCPUs": 0,
                "logicalCPUs": 0,
                "symbolicationNotSupported": true,
                "usesOnlyOneStackType": true,
                "markerSchema": self.schemas,
                "categories": categories(),
            },
            "libs": [],
            "threads": [self.thread()],
            "counters": [],
        })
    }

    fn thread(&self) -> Value {
        let mut names: Vec<&str> = Vec::new();
        let mut name = |marker: &'_ usize| -> usize {
            let name = self.markers[*marker].name.as_str();
            let known = names.iter().position(|known| *known == name);
            known.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            })
        };
        let all: Vec<usize> = (0..self.markers.len()).collect();
        let by_name: Vec<usize> = all.iter().map(&mut name).collect();
        let column =
            |value: fn(&Marker) -> Value| -> Value { self.markers.iter().map(value).collect() };
        let markers = json!({
            "data": column(|it| it.data.clone()),
            "name": by_name,
            "startTime": column(|it| it.start.into()),
            "endTime": column(|it| it.end.into()),
            "phase": column(|it| u8::from(it.end.is_some()).into()),
            "category": column(|it| it.category.into()),
            "length": self.markers.len(),
        });
        let mut thread = json!({
            "processType": "default",
            "processName": "Taskcluster",
            "processStartupTime": 0,
            "processShutdownTime": null,
            "registerTime": 0,
            "unregisterTime": self.end,
            "pausedRanges": [],
            "name": self.thread,
            "isMainThread": true,
            "showMarkersInTimeline": true,
            "pid": 0,
            "tid": 0,
            "markers": markers,
            "stringArray": names,
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

fn categories() -> Value {
    let categories = [
        ("Other", "grey"),
        ("Idle", "transparent"),
        ("Layout", "purple"),
        ("JavaScript", "yellow"),
        ("GC / CC", "orange"),
        ("Network", "lightblue"),
        ("Graphics", "green"),
        ("DOM", "blue"),
    ];
    let category =
        |(name, color)| json!({ "name": name, "color": color, "subcategories": ["Other"] });
    categories.map(category).into_iter().collect()
}

/// How a kind of markers is shown: its members, each with a label and a format.
fn schema(name: &str, shown: &str, members: &[(&str, &str, &str)]) -> Value {
    let member = |(key, label, format): &(&str, &str, &str)| {
        let mut member = json!({ "key": key, "label": label, "format": format });
        if matches!(*key, "name" | "message") {
            member["searchable"] = true.into();
        }
        member
    };
    let label = format!("{{marker.data.{shown}}}");
    json!({
        "name": name,
        "tooltipLabel": label,
        "tableLabel": label,
        "chartLabel": label,
        "display": ["marker-chart", "marker-table", "timeline-overview"],
        "data": members.iter().map(member).collect::<Value>(),
    })
}

pub(super) fn group_schemas() -> Value {
    let task = [
        ("startTime", "Start time", "string"),
        ("name", "Task Name", "string"),
        ("taskId", "Task ID", "string"),
        ("owner", "Owner", "string"),
        ("retries", "Retries", "string"),
        ("state", "State", "string"),
        ("reasonCreated", "Reason Created", "string"),
        ("reasonResolved", "Reason Resolved", "string"),
        ("description", "Description", "string"),
        ("taskURL", "Task URL", "url"),
        ("source", "Source URL", "url"),
        ("taskGroup", "Task Group URL", "url"),
        ("liveLog", "Live Log", "url"),
        ("taskProfile", "Task Profile", "url"),
    ];
    let group = [
        ("startTime", "Start time", "string"),
        ("name", "Task Group ID", "string"),
        ("expires", "Expires", "string"),
        ("tasks", "Tasks", "integer"),
        ("url", "URL", "url"),
    ];
    json!([
        schema("Task", "name", &task),
        schema("TaskGroup", "name", &group)
    ])
}

pub(super) fn log_schemas() -> Value {
    let row = [
        ("message", "Message", "string"),
        ("date", "Date", "string"),
        ("hour", "Hour", "string"),
    ];
    let task = [
        ("taskName", "Task Name", "string"),
        ("taskId", "Task ID", "string"),
        ("taskGroupId", "Task Group ID", "string"),
        ("taskURL", "Task", "url"),
        ("taskGroupURL", "Task Group", "url"),
        ("taskGroupProfile", "Task Group Profile", "url"),
    ];
    json!([
        schema("LiveLogRow", "message", &row),
        schema("Task", "taskName", &task)
    ])
}

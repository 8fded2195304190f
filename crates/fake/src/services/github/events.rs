//! Events of GitHub that did not happen: those that the service makes up to try a `.taskcluster.yml` with.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// What the event is to be about.
pub(super) struct About<'a> {
    /// Such as `github-push`.
    pub(super) tasks_for: &'a str,
    pub(super) action: Option<&'a str>,
    pub(super) organization: &'a str,
    pub(super) repository: &'a str,
    pub(super) branch: &'a str,
    pub(super) overrides: &'a Map<String, Value>,
}

const DEVELOPER: &str = "awesome-dev";
const BEFORE: &str = "7a257a6d139708a3188bf2e0cd1f15e466a88d0e";
const AFTER: &str = "b79ce60be819cdc482c9c6a84dc3c457959aa66f";
const DATE: &str = "2017-01-13T18:53:00Z";
const TAG: &str = "testing-789";

/// What is no part of a URL, as the service encodes a branch.
const NOT_IN_URLS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The event, as GitHub would send it.
pub(super) fn event(about: &About<'_>) -> Map<String, Value> {
    let mut event = match about.tasks_for {
        "github-push" => push(about),
        "github-release" => release(about),
        "github-issue-comment" => issue_comment(about),
        _ => pull_request(about),
    };
    event["installation"] = json!({ "id": 5808 });
    let Value::Object(mut event) = event else {
        return Map::new();
    };
    if let Some(action) = about.action {
        event.insert("action".to_owned(), action.into());
    }
    event.extend(about.overrides.clone());
    event
}

impl About<'_> {
    /// The branch, as it stands in the event.
    fn encoded_branch(&self) -> String {
        utf8_percent_encode(self.branch, NOT_IN_URLS).to_string()
    }

    fn full_name(&self) -> String {
        format!("{}/{}", self.organization, self.repository)
    }

    fn page(&self) -> String {
        format!("https://github.com/{}", self.full_name())
    }

    fn api(&self) -> String {
        format!("https://api.github.com/repos/{}", self.full_name())
    }

    /// The repository, with what an event says of its owner.
    fn repository(&self, owner: &Value, default_branch: &str) -> Value {
        let (name, page) = (self.full_name(), self.page());
        let mut repository = json!({
            "id": 68_761_376, "name": self.repository, "full_name": name, "owner": owner,
            "private": false, "html_url": page, "description": "for trying things out", "fork": false,
            "url": self.api(), "created_at": DATE, "updated_at": DATE, "pushed_at": DATE,
            "git_url": format!("git://github.com/{name}.git"),
            "ssh_url": format!("git@github.com:{name}.git"),
            "clone_url": format!("{page}.git"), "svn_url": page, "homepage": null, "size": 24,
            "stargazers_count": 1, "watchers_count": 1, "language": null, "has_issues": true,
            "has_downloads": true, "has_wiki": true, "has_pages": false, "forks_count": 1,
            "mirror_url": null, "open_issues_count": 1, "forks": 1, "open_issues": 1, "watchers": 1,
            "default_branch": default_branch,
        });
        for (what, path) in [
            ("branches", "branches{/branch}"),
            ("commits", "commits{/sha}"),
            ("compare", "compare/{base}...{head}"),
            ("contents", "contents/{+path}"),
            ("hooks", "hooks"),
            ("issues", "issues{/number}"),
            ("pulls", "pulls{/number}"),
            ("releases", "releases{/id}"),
            ("statuses", "statuses/{sha}"),
            ("tags", "tags"),
        ] {
            repository[format!("{what}_url")] = format!("{}/{path}", self.api()).into();
        }
        repository
    }

    /// One side of a pull request.
    fn side(&self, branch: &str, sha: &str) -> Value {
        let owner = user(self.organization);
        json!({
            "label": format!("{}:{branch}", self.organization), "ref": branch, "sha": sha, "user": owner,
            "repo": self.repository(&owner, "master"),
        })
    }
}

fn user(login: &str) -> Value {
    json!({
        "login": login, "id": 18_102_552, "gravatar_id": "",
        "avatar_url": "https://avatars.githubusercontent.com/u/18102552?v=3",
        "url": format!("https://api.github.com/users/{login}"),
        "html_url": format!("https://github.com/{login}"),
        "type": "User", "site_admin": false,
    })
}

fn push(about: &About<'_>) -> Value {
    let page = about.page();
    let commit = json!({
        "id": AFTER, "tree_id": BEFORE, "distinct": true, "message": "Update README.md", "timestamp": DATE,
        "url": format!("{page}/commit/{AFTER}"),
        "author": { "name": "Developer", "email": null, "username": DEVELOPER },
        "committer": { "name": "GitHub", "email": "noreply@github.com", "username": "web-flow" },
        "added": [], "removed": [], "modified": ["README.md"],
    });
    let owner = json!({ "name": about.organization, "email": "owner@example.com" });
    let mut repository = about.repository(&owner, "master");
    repository["master_branch"] = "master".into();
    json!({
        "ref": format!("refs/heads/{}", about.encoded_branch()), "before": BEFORE, "after": AFTER,
        "created": false, "deleted": false, "forced": false, "base_ref": null,
        "compare": format!("{page}/compare/{}...{}", &BEFORE[..12], &AFTER[..12]),
        "commits": [commit], "head_commit": commit, "repository": repository,
        "pusher": { "name": DEVELOPER, "email": null }, "sender": user(DEVELOPER),
    })
}

fn pull_request(about: &About<'_>) -> Value {
    let (page, api) = (about.page(), about.api());
    let pull_request = json!({
        "url": format!("{api}/pulls/36"), "id": 101_497_214, "number": 36, "state": "open", "locked": false,
        "html_url": format!("{page}/pull/36"), "diff_url": format!("{page}/pull/36.diff"),
        "patch_url": format!("{page}/pull/36.patch"), "issue_url": format!("{api}/issues/36"),
        "title": "Update README.md", "user": user(DEVELOPER), "body": "", "created_at": DATE,
        "updated_at": DATE, "closed_at": null, "merged_at": null, "merge_commit_sha": null,
        "assignee": null, "assignees": [], "milestone": null,
        "commits_url": format!("{api}/pulls/36/commits"),
        "comments_url": format!("{api}/issues/36/comments"),
        "statuses_url": format!("{api}/statuses/{AFTER}"),
        "head": about.side(&format!("{DEVELOPER}-patch-2"), AFTER), "base": about.side("master", BEFORE),
        "merged": false, "mergeable": null, "mergeable_state": "unknown", "merged_by": null,
        "comments": 0, "review_comments": 0, "maintainer_can_modify": false, "commits": 1,
        "additions": 2, "deletions": 0, "changed_files": 1,
    });
    json!({
        "number": 36, "pull_request": pull_request,
        "repository": about.repository(&user(about.organization), "master"), "sender": user(DEVELOPER),
    })
}

fn release(about: &About<'_>) -> Value {
    let (page, api) = (about.page(), about.api());
    let release = json!({
        "url": format!("{api}/releases/5027516"), "id": 5_027_516, "tag_name": TAG,
        "assets_url": format!("{api}/releases/5027516/assets"),
        "html_url": format!("{page}/releases/tag/{TAG}"), "target_commitish": "master",
        "name": "A release", "draft": false, "author": user(about.organization), "prerelease": false,
        "created_at": DATE, "published_at": DATE, "assets": [], "body": "What is new",
        "tarball_url": format!("{api}/tarball/{TAG}"), "zipball_url": format!("{api}/zipball/{TAG}"),
    });
    json!({
        "release": release, "repository": about.repository(&user(about.organization), "master"),
        "sender": user(about.organization),
    })
}

fn issue_comment(about: &About<'_>) -> Value {
    let (page, api, author) = (about.page(), about.api(), user("testuser"));
    let mut owner = user(about.organization);
    owner["type"] = "Organization".into();
    let issue = json!({
        "url": format!("{api}/issues/1"), "repository_url": api, "html_url": format!("{page}/issues/1"),
        "id": 444_500_041, "number": 1, "title": "An issue", "user": author, "labels": [], "state": "open",
        "locked": false, "assignee": null, "assignees": [], "milestone": null, "comments": 1,
        "created_at": DATE, "updated_at": DATE, "closed_at": null, "author_association": "OWNER",
        "active_lock_reason": null, "body": "It does not work",
        "comments_url": format!("{api}/issues/1/comments"),
    });
    let comment = json!({
        "url": format!("{api}/issues/comments/1107858166"), "id": 1_107_858_166, "user": author,
        "html_url": format!("{page}/issues/1#issuecomment-1107858166"),
        "issue_url": format!("{api}/issues/1"), "created_at": DATE, "updated_at": DATE,
        "author_association": "OWNER", "body": "/taskcluster run",
    });
    json!({
        "issue": issue, "comment": comment, "repository": about.repository(&owner, &about.encoded_branch()),
        "organization": { "login": about.organization, "id": owner["id"], "url": owner["url"] },
        "sender": author,
    })
}

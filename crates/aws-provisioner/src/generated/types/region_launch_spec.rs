// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `region-launch-spec`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Launch specification keys of a region. Besides `ImageId`, any other key of an EC2 launch
/// specification may be given, except for `InstanceType` and `UserData`.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RegionLaunchSpec {
    /// Id of the machine image (AMI) to boot, for example `ami-0abcdef1`. Images exist per region,
    /// so each region needs its own.
    pub image_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    RegionLaunchSpec and extra_members {
        0 image_id = "ImageId": required,
    }
}

impl RegionLaunchSpec {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(image_id: impl Into<String>) -> Self {
        Self {
            image_id: image_id.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for RegionLaunchSpec {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegionLaunchSpec")
            .field("image_id", &self.image_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

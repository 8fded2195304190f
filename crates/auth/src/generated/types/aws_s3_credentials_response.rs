// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `aws-s3-credentials-response`.

use std::fmt;

use time::OffsetDateTime;

/// AWS credentials for a prefix of an S3 bucket, and when they end.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AwsS3CredentialsResponse {
    /// AWS credentials, in the three parts that all AWS libraries take.
    pub credentials: S3Credentials,
    /// When the credentials stop working, in UTC. Get new ones before that.
    pub expires: OffsetDateTime,
}

taskcluster_core::members! {
    AwsS3CredentialsResponse {
        0 credentials = "credentials": required,
        1 expires = "expires": date,
    }
}

impl AwsS3CredentialsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(credentials: S3Credentials, expires: OffsetDateTime) -> Self {
        Self {
            credentials,
            expires,
        }
    }
}

/// AWS credentials, in the three parts that all AWS libraries take.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct S3Credentials {
    /// AWS access key id.
    pub access_key_id: String,
    /// AWS secret access key, which belongs to the access key id. Keep it secret.
    pub secret_access_key: String,
    /// AWS session token, which must accompany every request made with these temporary credentials.
    /// Keep it secret.
    pub session_token: String,
}

taskcluster_core::members! {
    S3Credentials {
        0 access_key_id = "accessKeyId": required,
        1 secret_access_key = "secretAccessKey": required,
        2 session_token = "sessionToken": required,
    }
}

/// What a [`S3Credentials`] must have.
pub struct S3CredentialsRequired {
    /// See [`S3Credentials::access_key_id`].
    pub access_key_id: String,
    /// See [`S3Credentials::secret_access_key`].
    pub secret_access_key: String,
    /// See [`S3Credentials::session_token`].
    pub session_token: String,
}

impl S3Credentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: S3CredentialsRequired) -> Self {
        Self {
            access_key_id: required.access_key_id,
            secret_access_key: required.secret_access_key,
            session_token: required.session_token,
        }
    }
}

impl fmt::Debug for S3Credentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Credentials")
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The payloads, answers and messages of the service.

mod authenticate_hawk_request;
mod authenticate_hawk_response;
mod aws_s3_credentials_response;
mod azure_account_list_response;
mod azure_container_list_response;
mod azure_container_response;
mod azure_table_access_response;
mod azure_table_list_response;
mod client_message;
mod create_client_request;
mod create_client_response;
mod create_role_request;
mod get_client_response;
mod get_role_response;
mod list_clients_response;
mod role_message;
mod scopeset;
mod sentry_dsn_response;
mod statsum_token_response;
mod test_authenticate_request;
mod test_authenticate_response;
mod webhooktunnel_token_response;

pub use authenticate_hawk_request::*;
pub use authenticate_hawk_response::*;
pub use aws_s3_credentials_response::*;
pub use azure_account_list_response::*;
pub use azure_container_list_response::*;
pub use azure_container_response::*;
pub use azure_table_access_response::*;
pub use azure_table_list_response::*;
pub use client_message::*;
pub use create_client_request::*;
pub use create_client_response::*;
pub use create_role_request::*;
pub use get_client_response::*;
pub use get_role_response::*;
pub use list_clients_response::*;
pub use role_message::*;
pub use scopeset::*;
pub use sentry_dsn_response::*;
pub use statsum_token_response::*;
pub use test_authenticate_request::*;
pub use test_authenticate_response::*;
pub use webhooktunnel_token_response::*;

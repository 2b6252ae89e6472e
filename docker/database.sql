-- The desk and Keycloak each own their database and see nothing of the other's; neither is the server's administrator.
\getenv desk_password DESK_PASSWORD
\getenv keycloak_password KEYCLOAK_PASSWORD
CREATE ROLE desk LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'desk_password';
CREATE ROLE keycloak LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'keycloak_password';
CREATE DATABASE desk OWNER desk;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE desk, keycloak, postgres FROM PUBLIC;

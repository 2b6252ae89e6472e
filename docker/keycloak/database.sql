-- Keycloak keeps its people in a database of its own, on the server of the desk.
CREATE DATABASE keycloak;

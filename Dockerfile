# Vigil in a container: what requirements.lock pins, the house, and nothing that could build or install.
#
#   docker run --read-only --tmpfs /tmp --volume vigil-data:/data --volume vigil-keys:/data/keys vigil
#
# /data holds the database, /data/keys the keyring: two volumes, so that a backup of the first opens nothing.
# The unlock key belongs on neither: hand it in as the secret vigil_unlock_key, or name its file in VIGIL_UNLOCK_KEY_FILE.
# tests/packaging/test_image.py runs these very steps without an engine; keep them few and plain.

FROM python:3.11-slim-bookworm AS builder
WORKDIR /src
COPY . .
RUN python -m venv /opt/vigil
RUN /opt/vigil/bin/python -m pip install --no-cache-dir --require-hashes --only-binary=:all: -r requirements.lock
RUN /opt/vigil/bin/python -m pip install --no-deps --no-build-isolation --no-index .
RUN /opt/vigil/bin/python -m pip uninstall --yes setuptools pip

FROM python:3.11-slim-bookworm
# The volumes first: they must belong to the one user who writes to them.
RUN install -d -m 0700 -o 10001 -g 10001 /data /data/keys
RUN python -m pip uninstall --yes wheel setuptools pip
COPY --from=builder /opt/vigil /opt/vigil
# PYTHONTZPATH is empty so that zone rules come from the pinned tzdata, not from the image's own.
ENV PATH=/opt/vigil/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONTZPATH= \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    VIGIL_DATA_DIR=/data
VOLUME ["/data", "/data/keys"]
USER 10001:10001
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["/opt/vigil/bin/vigil", "health"]
ENTRYPOINT ["/opt/vigil/bin/vigil"]
CMD ["run"]

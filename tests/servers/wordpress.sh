#!/bin/bash
# A throwaway WordPress of Debian's packages on loopback: wordpress.sh FOLDER PORT DATABASE-PORT
# Says "READY admin:application-password" when it answers; stops and removes FOLDER when its standard input closes.
# Its own MariaDB forgets everything; mail, updates and calls to the outside are off.
set -euo pipefail
folder=$1 port=$2 database=$3
cd "$folder"
said() { cat "$folder"/*.log >&2 2>/dev/null || true; }
stop() {
  trap - EXIT
  kill -KILL ${web:+-$web} ${server:+$server} 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 0' TERM INT HUP

as=()
[ "$(id -u)" != 0 ] || { chmod 755 "$folder"; mkdir db; chown mysql: db; as=(--user=mysql); }
mariadb-install-db --no-defaults "${as[@]}" --datadir="$folder/db" --skip-test-db --auth-root-authentication-method=normal >install.log 2>&1 || { said; exit 1; }
mariadbd --no-defaults "${as[@]}" --datadir="$folder/db" --socket="$folder/db/socket" --pid-file="$folder/db/pid" --bind-address=127.0.0.1 --port="$database" \
  --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=16M --performance-schema=off --skip-log-bin </dev/null >database.log 2>&1 &
server=$!
until mariadb-admin --no-defaults -uroot -S db/socket ping >/dev/null 2>&1; do
  kill -0 $server 2>/dev/null || { said; exit 1; }
  sleep 0.1
done
mariadb --no-defaults -uroot -S db/socket -e "create database wordpress; create user wordpress@'%' identified by 'wordpress'; grant all on wordpress.* to wordpress@'%'"

# Themes of the package are links, which the built-in web server does not follow out of its folder.
cp -rL /usr/share/wordpress site
mkdir -p site/wp-content/uploads
cat >site/wp-config.php <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'wordpress'); define('DB_HOST', '127.0.0.1:$database'); define('DB_CHARSET', 'utf8mb4');
\$table_prefix = 'wp_';
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as \$one) define(\$one, 'test-' . \$one);
// Application passwords work without https only on a site that calls itself local.
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HOME', 'http://127.0.0.1:$port'); define('WP_SITEURL', 'http://127.0.0.1:$port');
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
cat >set-up.php <<PHP
<?php
define('WP_INSTALLING', true); \$_SERVER['HTTP_HOST'] = '127.0.0.1:$port';
require 'site/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Taco Loco', 'admin', 'admin@example.org', true, '', 'not-used');
[\$password] = WP_Application_Passwords::create_new_application_password(1, ['name' => 'tests']);
echo "READY admin:\$password\n";
PHP
ready=$(php -d memory_limit=256M -d sendmail_path=/bin/true set-up.php 2>set-up.log | grep READY) || { said; exit 1; }
# In a session of its own: its workers outlive their parent otherwise.
PHP_CLI_SERVER_WORKERS=3 setsid php -d memory_limit=256M -d sendmail_path=/bin/true -d opcache.enable_cli=1 -S "127.0.0.1:$port" -t site </dev/null >web.log 2>&1 &
web=$!
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 $web 2>/dev/null || { said; exit 1; }
  sleep 0.1
done
echo "$ready"
cat >/dev/null

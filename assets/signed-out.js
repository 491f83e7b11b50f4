/** On the page that ends a sign-out: the other windows of this browser look whether they are signed out too. */
new BroadcastChannel('portvakt-session').postMessage('ended')
